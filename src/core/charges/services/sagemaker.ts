import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, contents, free, once, thirdParty, through } from '../classes';
import { type Bill, priced, priceKey, type Service } from '../service';

/** Amazon SageMaker AI: notebook instances, and the instances behind endpoints. */
export const sagemaker: Service = {
  product: 'Amazon SageMaker',
  pricingPage: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sagemaker/notebookInstance:NotebookInstance': priced({}, (bill) => {
      const size = withDefault(bill.properties.quantity('volumeSize'), 5); // the provider's default
      return [
        // AWS lists the same price for notebook instances and for notebooks in Studio.
        bill.hourly(
          'Notebook instance',
          priceKey`sagemaker/${bill.properties.text('instanceType')}/studio-notebook.hour`,
        ),
        bill.monthly('Notebook storage', 'sagemaker/ml-storage-gp2.gb-month', size, 'GB'),
      ];
    }),

    // An endpoint runs what its configuration says; the configuration alone costs nothing.
    'aws:sagemaker/endpoint:Endpoint': priced({}, (bill) => {
      const configuration = bill.linked('endpointConfigName')?.properties;
      if (configuration === undefined) {
        return [bill.hourly('Endpoint instance', unknown('its configuration is not part of this plan'))];
      }
      return [...variants(bill, configuration.items('productionVariants')), ...shadows(bill, configuration)];
    }),
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration': priced({}, () => []),

    'aws:sagemaker/app:App': byTime('Amazon SageMaker AI, instance hours while the app runs'),
    'aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition': through(
      'aws:sagemaker/monitoringSchedule:MonitoringSchedule',
      'runs when a schedule starts it',
    ),
    'aws:sagemaker/domain:Domain': byUse('Amazon SageMaker AI, file system storage, then apps'),
    'aws:sagemaker/featureGroup:FeatureGroup': byUse('Amazon SageMaker AI, reads, writes and storage'),
    'aws:sagemaker/flowDefinition:FlowDefinition': thirdParty(
      'Amazon SageMaker AI, Amazon Mechanical Turk, AWS Marketplace, a labelled object has a fee, public workers are Mechanical Turk, vendors are Marketplace sellers',
    ),
    'aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob': once(
      'Amazon SageMaker AI, instance hours of the job, an algorithm may be from Marketplace',
    ),
    'aws:sagemaker/labelingJob:LabelingJob': thirdParty(
      'Amazon SageMaker AI, Amazon Mechanical Turk, AWS Marketplace, a labelled object has a fee, public workers are Mechanical Turk, vendors are Marketplace sellers',
    ),
    'aws:sagemaker/mlflowApp:MlflowApp': byUse('Amazon SageMaker AI, no price seen', 'D'),
    'aws:sagemaker/mlflowTrackingServer:MlflowTrackingServer': byTime(
      'Amazon SageMaker AI, tracking server by size an hour',
    ),
    'aws:sagemaker/model:Model': thirdParty(
      'AWS Marketplace, an algorithm or package of a Marketplace account has its own fee, own ones nothing',
    ),
    'aws:sagemaker/monitoringSchedule:MonitoringSchedule': byUse(
      'Amazon SageMaker AI, jobs on a schedule: instance hours',
    ),
    'aws:sagemaker/pipeline:Pipeline': byUse('Amazon SageMaker AI, what its steps start'),
    'aws:sagemaker/project:Project': contents(
      'Amazon SageMaker AI, creates repositories, pipelines and more from a Service Catalog product',
    ),
    'aws:sagemaker/space:Space': byTime('Amazon SageMaker AI, storage volume of a space, and its app'),
    'aws:sagemaker/trainingJob:TrainingJob': once(
      'Amazon SageMaker AI, instance hours of the job, an algorithm may be from Marketplace',
    ),
    'aws:sagemaker/userProfile:UserProfile': byUse('Amazon SageMaker AI, file system storage, then apps'),
    ...free(
      'sagemaker',
      `
        algorithm appImageConfig codeRepository device deviceFleet hub hubContentReference humanTaskUI image
        imageVersion modelCard modelCardExportJob modelPackageGroup modelPackageGroupPolicy
        notebookInstanceLifecycleConfiguration servicecatalogPortfolioStatus studioLifecycleConfig workforce
        workteam
      `,
    ),
  },
};

function shadows(bill: Bill, configuration: Properties): Charge[] {
  const list = configuration.items('shadowProductionVariants');
  return list.state === 'absent' ? [] : variants(bill, list);
}

function variants(bill: Bill, list: Reading<Reading<Properties>[]>): Charge[] {
  const what = 'Endpoint instance';
  if (list.state === 'absent') return [bill.hourly(what, unknown('its configuration has no variants'))];
  if (list.state === 'unknown') return [bill.hourly(what, list)];
  return list.value.map((variant) => {
    if (variant.state !== 'known') return bill.hourly(what, unknown('one of its variants is not known'));
    if (variant.value.any('serverlessConfig').state === 'known') {
      return bill.stated('usage', 'Serverless inference', unknown('no price is kept for serverless inference'));
    }
    return bill.hourly(
      what,
      instancePrice(bill, variant.value.text('instanceType')),
      variant.value.quantity('initialInstanceCount'),
    );
  });
}

/** Where the list for hosting lacks a type, the notebook price stands in: AWS lists both alike for nearly every type. */
function instancePrice(bill: Bill, type: Reading<string>): Maybe<string> {
  if (type.state === 'absent') return unknown('its instance type is not set');
  return mapReading(type, (name) => {
    const hosting = `sagemaker/${name}/hosting.hour`;
    return bill.hasPrice(hosting) ? hosting : `sagemaker/${name}/studio-notebook.hour`;
  });
}
