import { HOURS_PER_MONTH } from '../../instant';
import type { Properties } from '../../properties';
import { type Maybe, mapReading, type Reading, unknown, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, contents, free, once, thirdParty, through } from '../classes';
import { averageSize, groupCharges, scaled } from '../parts/scaling';
import { fromTo, type Metering, priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon SageMaker AI: notebook instances, and the instances behind endpoints. */
export const sagemaker: Service = {
  product: 'Amazon SageMaker',
  pricingPage: 'https://aws.amazon.com/sagemaker/ai/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:sagemaker/notebookInstance:NotebookInstance': priced({}, (metering) => {
      const size = withDefault(metering.properties.quantity('volumeSize'), 5); // the provider's default
      return [
        // AWS lists the same price for notebook instances and for notebooks in Studio.
        metering.hourly(
          'Notebook instance',
          priceKey`sagemaker/${metering.properties.text('instanceType')}/studio-notebook.hour`,
        ),
        metering.monthly('Notebook storage', 'sagemaker/ml-storage-gp2.gb-month', size, 'GB'),
      ];
    }),

    // An endpoint runs what its configuration says; the configuration alone costs nothing.
    'aws:sagemaker/endpoint:Endpoint': priced(averageSize('instances of each variant'), (metering) => {
      const configuration = metering.linked(
        'endpointConfigName',
        'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
      )?.properties;
      if (configuration === undefined) {
        return [metering.hourly('Endpoint instance', metering.missing('endpointConfigName'))];
      }
      return [...variants(metering, configuration.items('productionVariants')), ...shadows(metering, configuration)];
    }),
    'aws:sagemaker/endpointConfiguration:EndpointConfiguration': priced({}, () => []),

    'aws:sagemaker/app:App': priced({}, (metering) => {
      const type = metering.properties.text('resourceSpec.instanceType');
      // Without an instance of its own an app runs on one that AWS does not bill.
      if (type.state === 'absent' || (type.state === 'known' && type.value === 'system')) return [];
      return [metering.hourly('App instance', priceKey`sagemaker/${type}/studio-notebook.hour`)];
    }),
    'aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition': through(
      'aws:sagemaker/monitoringSchedule:MonitoringSchedule',
      'runs when a schedule starts it',
    ),
    'aws:sagemaker/domain:Domain': priced({ homeGb: assume(0, 10, 'GB in home folders') }, (metering) => [
      metering.under('Amazon Elastic File System').usage('Home folders', 'efs/standard.gb-month', 'homeGb'),
    ]),
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
    'aws:sagemaker/space:Space': priced({}, (metering) => {
      const path = 'spaceSettings.spaceStorageSettings.ebsStorageSettings.ebsVolumeSizeInGb';
      const size = withDefault(metering.properties.quantity(path), 5); // AWS's default
      return [metering.monthly('Space storage', 'sagemaker/ml-storage-gp2.gb-month', size, 'GB')];
    }),
    'aws:sagemaker/trainingJob:TrainingJob': priced(
      { trainingHours: assume(1, 24, 'hours that the job runs', 672) },
      (metering) => {
        const config = (name: string) => `resourceConfig.${name}`;
        const instances = metering.properties.quantity(config('instanceCount'));
        const key = instancePrice(metering, metering.properties.text(config('instanceType')));
        const size = metering.properties.quantity(config('volumeSizeInGb'));
        return [
          metering.onceByUse('Training job', key, 'trainingHours', instances),
          ...(size.state === 'absent'
            ? []
            : [
                metering.onceByUse(
                  'Training storage',
                  'sagemaker/ml-storage-gp2.gb-month',
                  'trainingHours',
                  times(times(instances, size), 1 / HOURS_PER_MONTH),
                ),
              ]),
        ];
      },
    ),
    'aws:sagemaker/userProfile:UserProfile': through(
      'aws:sagemaker/domain:Domain',
      'its home folder is part of the file system of the domain',
    ),
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

function shadows(metering: Metering<'averageSize'>, configuration: Properties): Charge[] {
  const list = configuration.items('shadowProductionVariants');
  return list.state === 'absent' ? [] : variants(metering, list);
}

function variants(metering: Metering<'averageSize'>, list: Reading<Reading<Properties>[]>): Charge[] {
  const what = 'Endpoint instance';
  if (list.state === 'absent') return [metering.hourly(what, unknown('its configuration has no variants'))];
  if (list.state === 'unknown') return [metering.hourly(what, list)];
  return list.value.flatMap((variant) => {
    if (variant.state !== 'known') return [metering.hourly(what, unknown('one of its variants is not known'))];
    if (variant.value.any('serverlessConfig').state === 'known') {
      return [metering.stated('usage', 'Serverless inference', unknown('no price for serverless inference'))];
    }
    const type = instancePrice(metering, variant.value.text('instanceType'));
    const count = scaled(
      metering,
      'sagemaker:variant:DesiredInstanceCount',
      variant.value.quantity('initialInstanceCount'),
      { part: valueOr(variant.value.text('variantName'), undefined) },
    );
    const scaling = 'managedInstanceScaling';
    const managed = variant.value.any(scaling).state !== 'absent';
    const bounds = managed
      ? fromTo(
          variant.value.quantity(`${scaling}.minInstanceCount`),
          variant.value.quantity(`${scaling}.maxInstanceCount`),
        )
      : count;
    const storage = variant.value.quantity('volumeSizeInGb');
    return groupCharges(metering, { count: bounds }, (size) => [
      metering.hourly(what, type, size),
      ...(storage.state === 'absent'
        ? []
        : [metering.monthly('Endpoint storage', 'sagemaker/ml-storage-gp2.gb-month', times(storage, size), 'GB')]),
    ]);
  });
}

/** Where the list for hosting lacks a type, the notebook price stands in: AWS lists both alike for nearly every type. */
function instancePrice(metering: Metering, type: Reading<string>): Maybe<string> {
  if (type.state === 'absent') return unknown('its instance type is not set');
  return mapReading(type, (name) => {
    const hosting = `sagemaker/${name}/hosting.hour`;
    return metering.hasPrice(hosting) ? hosting : `sagemaker/${name}/studio-notebook.hour`;
  });
}
