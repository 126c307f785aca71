import { mapReading, withDefault } from '../../reading';
import { byUse, free, thirdParty, through } from '../classes';
import { meter, metered } from '../meters';
import { notPriced } from '../parts/not-priced';
import { TRACES, traces } from '../parts/telemetry';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon SNS: requests and deliveries. Deliveries to queues and functions are free; SMS is not counted. */
export const sns: Service = {
  product: 'Amazon Simple Notification Service',
  pricingPage: 'https://aws.amazon.com/sns/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sns/topic:Topic': priced(
      {
        monthlyRequests: assume(0, 1_000_000, 'requests a month'),
        httpNotifications: assume(0, 100_000, 'notifications a month'),
        emailNotifications: assume(0, 1_000, 'notifications a month'),
        ...TRACES,
      },
      (metering) => {
        const fifo = withDefault(metering.properties.flag('fifoTopic'), false); // the provider's default
        const key = mapReading(fifo, (on) => (on ? 'sns/fifo.request' : 'sns/standard.request'));
        const requests = [
          metering.usage('Topic requests', key, 'monthlyRequests'),
          ...traces(
            metering,
            mapReading(metering.properties.text('tracingConfig'), (mode) => mode === 'Active'),
          ),
        ];
        if (fifo.state === 'known' && fifo.value)
          return [...requests, ...notPriced(metering, 'Message archive', ['archivePolicy'])]; // such topics deliver to queues only
        return [
          ...requests,
          metering.usage('Notifications by HTTP', 'sns/http.notification', 'httpNotifications'),
          metering.usage('Notifications by e-mail', 'sns/email.notification', 'emailNotifications'),
        ];
      },
    ),

    'aws:sns/dataProtectionPolicy:DataProtectionPolicy': byUse('Amazon SNS, data scanned'),
    'aws:sns/platformApplication:PlatformApplication': metered({
      pushMessages: meter('Push messages', 'sns/mobile-push.notification', assume(0, 100_000, 'messages a month')),
    }),
    'aws:sns/smsPreferences:SmsPreferences': thirdParty('Amazon SNS, text messages are carried by telephone companies'),
    'aws:sns/topicSubscription:TopicSubscription': through('aws:sns/topic:Topic', 'deliveries count for its topic'),
    ...free('sns', 'topicPolicy'),
  },
};
