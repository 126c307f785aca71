import { withDefault } from '../../reading';
import { free } from '../classes';
import { fromTo, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS CodePipeline: active pipelines of type V1, and minutes of actions of type V2. */
export const codepipeline: Service = {
  product: 'AWS CodePipeline',
  pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:codepipeline/pipeline:Pipeline': priced(
      { actionMinutes: assume(0, 500, 'minutes of actions a month') },
      (metering) => {
        const type = withDefault(metering.properties.text('pipelineType'), 'V1'); // the provider's default
        if (type.state === 'unknown') return [metering.monthly('Pipeline', type, 1, 'pipelines')];
        return type.value === 'V2'
          ? [metering.usage('Action minutes', 'codepipeline/v2-action.minute', 'actionMinutes')]
          : // Free in a month in which nothing runs through it.
            [metering.monthly('Active pipeline', 'codepipeline/v1-active-pipeline.month', fromTo(0, 1), 'pipelines')];
      },
    ),
    ...free('codepipeline', 'customActionType webhook'),
  },
};
