import { sameText, withDefault } from '../../reading';
import { free, through } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Storage Gateway: data written and stored by shares and volumes, virtual tapes, and gateways for FSx. */
export const storagegateway: Service = {
  product: 'AWS Storage Gateway',
  pricingPage: 'https://aws.amazon.com/storagegateway/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume': metered({
      storedGb: meter('Volume storage', 'storagegateway/volume-storage.gb-month', assume(0, 100, 'GB')),
      writtenGb: meter('Data written', 'storagegateway/data-written.gb', assume(0, 100, 'GB a month')),
    }),
    'aws:storagegateway/fileSystemAssociation:FileSystemAssociation': through(
      'aws:storagegateway/gateway:Gateway',
      'part of a gateway',
    ),
    'aws:storagegateway/gateway:Gateway': priced({ tapeGb: assume(0, 100, 'GB on virtual tapes') }, (metering) => {
      const type = withDefault(metering.properties.text('gatewayType'), 'STORED'); // the provider's default
      if (type.state === 'unknown') return [metering.hourly('Gateway', type)];
      if (sameText(type.value, 'FILE_FSX_SMB'))
        return [metering.hourly('FSx File Gateway', 'storagegateway/fsx-file-gateway.hour')];
      if (type.value.toUpperCase().startsWith('VTL'))
        return [metering.usage('Virtual tapes', 'storagegateway/virtual-tape.gb-month', 'tapeGb')];
      return []; // its shares and volumes are billed
    }),
    'aws:storagegateway/nfsFileShare:NfsFileShare': metered({
      writtenGb: meter('Data written', 'storagegateway/data-written.gb', assume(0, 100, 'GB a month')),
    }),
    'aws:storagegateway/smbFileShare:SmbFileShare': metered({
      writtenGb: meter('Data written', 'storagegateway/data-written.gb', assume(0, 100, 'GB a month')),
    }),
    'aws:storagegateway/storedIscsiVolume:StoredIscsiVolume': metered({
      writtenGb: meter('Data written', 'storagegateway/data-written.gb', assume(0, 100, 'GB a month')),
    }),
    ...free('storagegateway', 'cache tapePool uploadBuffer workingStorage'),
  },
};
