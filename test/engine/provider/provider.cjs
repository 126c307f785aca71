// A stand-in for the AWS provider: it speaks the engine's protocol, takes every resource of its package, and touches
// nothing. The tests put it where the engine keeps installed plugins (see ../support.ts). It would be found on PATH
// too, whatever its version, but with a warning that names its place in every output.
//
// What it knows of a resource (which properties are inputs, which only outputs) it reads from the compiled classes of
// @pulumi/aws, as text: loading that package would take longer than all the rest.
'use strict';

const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const grpc = require('@grpc/grpc-js');
const empty = require('google-protobuf/google/protobuf/empty_pb.js');
const struct = require('google-protobuf/google/protobuf/struct_pb.js');
const plugin = require('@pulumi/pulumi/proto/plugin_pb.js');
const provider = require('@pulumi/pulumi/proto/provider_pb.js');
const services = require('@pulumi/pulumi/proto/provider_grpc_pb.js');

const ACCOUNT = '123456789012';
// How the protocol writes "not known before the update".
const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

const sdk = dirname(require.resolve('@pulumi/aws/package.json'));
const version = JSON.parse(readFileSync(join(sdk, 'package.json'), 'utf8')).version;

/** The properties of a class of @pulumi/aws, from the constructor that the SDK's generator writes. */
function describe(text) {
  const names = (pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))];
  return {
    state: names(/resourceInputs\["(\w+)"\] = state\?/g),
    inputs: names(/resourceInputs\["(\w+)"\] = (?:pulumi\.output\()?args\?/g),
    required: names(/Missing required property '(\w+)'/g),
    computed: names(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g),
  };
}

const described = new Map();
/** What @pulumi/aws says of a token such as `aws:s3/bucket:Bucket`; an unknown token has an `arn`, like most. */
function resource(token) {
  let known = described.get(token);
  if (known === undefined) {
    const [, path] = /^aws:([\w/]+):\w+$/.exec(token) ?? [];
    const file = path === undefined ? undefined : join(sdk, `${path.replace(/^index\//, '')}.js`);
    known =
      file !== undefined && existsSync(file)
        ? describe(readFileSync(file, 'utf8'))
        : { state: ['arn'], computed: ['arn'] };
    described.set(token, known);
  }
  return known;
}

/** A schema of every resource of @pulumi/aws, each property of any type: enough for YAML programs, and quick. */
function schema(name) {
  const any = { $ref: 'pulumi.json#/Any' };
  const properties = (names) => Object.fromEntries(names.map((key) => [key, any]));
  const resources = {};
  const files = name === 'aws' ? readdirSync(sdk, { recursive: true, encoding: 'utf8' }) : [];
  for (const file of files) {
    if (!file.endsWith('.js') || file.startsWith('node_modules')) continue;
    const text = readFileSync(join(sdk, file), 'utf8');
    const [, token] = /__pulumiType = '(aws:[^']+)'/.exec(text) ?? [];
    if (token === undefined) continue;
    const { state, inputs, required } = describe(text);
    resources[token] = {
      properties: properties(state),
      inputProperties: properties(inputs),
      requiredInputs: required,
    };
  }
  const functions = {};
  for (const [token, answer] of Object.entries(name === 'aws' ? answers : {})) {
    functions[token] = {
      inputs: { properties: properties(['filters', 'mostRecent', 'owners', 'region', 'state']) },
      outputs: { properties: properties(Object.keys(answer('us-east-1'))) },
    };
  }
  return {
    name,
    version,
    provider: { inputProperties: { region: { type: 'string' }, profile: { type: 'string' }, defaultTags: any } },
    resources,
    functions,
  };
}

const answers = {
  'aws:index/getRegion:getRegion': (region) => ({
    id: region,
    name: region,
    region,
    description: region,
    endpoint: `ec2.${region}.amazonaws.com`,
  }),
  'aws:index/getAvailabilityZones:getAvailabilityZones': (region) => ({
    id: region,
    region,
    names: ['a', 'b', 'c'].map((zone) => `${region}${zone}`),
    zoneIds: ['az1', 'az2', 'az3'],
    groupNames: [region],
  }),
  'aws:index/getCallerIdentity:getCallerIdentity': () => ({
    id: ACCOUNT,
    accountId: ACCOUNT,
    arn: `arn:aws:iam::${ACCOUNT}:user/stand-in`,
    userId: 'AIDASTANDIN',
  }),
  'aws:index/getPartition:getPartition': () => ({
    id: 'aws',
    partition: 'aws',
    dnsSuffix: 'amazonaws.com',
    reverseDnsPrefix: 'com.amazonaws',
  }),
  'aws:ec2/getAmi:getAmi': (region) => ({
    id: 'ami-0123456789abcdef0',
    imageId: 'ami-0123456789abcdef0',
    arn: `arn:aws:ec2:${region}::image/ami-0123456789abcdef0`,
    architecture: 'x86_64',
    name: 'stand-in',
    ownerId: ACCOUNT,
    platformDetails: 'Linux/UNIX',
    region,
    rootDeviceName: '/dev/xvda',
    rootDeviceType: 'ebs',
    state: 'available',
    virtualizationType: 'hvm',
  }),
};

const plain = (message) => message?.toJavaScript() ?? {};
const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The paths at which two values differ, each with its kind, as the engine's detailed diff wants them. */
function difference(before, after, path = '', found = new Map()) {
  const { ADD, DELETE, UPDATE } = provider.PropertyDiff.Kind;
  if (before === undefined && after === undefined) return found;
  if (before === undefined) return found.set(path, ADD);
  if (after === undefined) return found.set(path, DELETE);
  if (Array.isArray(before) && Array.isArray(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      difference(before[index], after[index], `${path}[${index}]`, found);
    }
  } else if (isMap(before) && isMap(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const step = /^[A-Za-z_]\w*$/.test(key) ? key : `["${key.replaceAll('"', '\\"')}"]`;
      const to = path === '' || step.startsWith('[') ? `${path}${step}` : `${path}.${step}`;
      difference(before[key], after[key], to, found);
    }
  } else if (before !== after) found.set(path, UPDATE);
  return found;
}

/** Changed inputs are an update in place. What shall be a replacement says so with the option `replaceOnChanges`. */
function differs({ request }) {
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
  const found = difference(plain(request.getOldInputs()), plain(request.getNews()));
  const response = new provider.DiffResponse().setChanges(found.size === 0 ? DIFF_NONE : DIFF_SOME);
  response.setDiffsList([...new Set([...found.keys()].map((path) => path.split(/[.[]/)[0]))]);
  response.setHasdetaileddiff(found.size > 0);
  for (const [path, kind] of found) {
    response.getDetaileddiffMap().set(path, new provider.PropertyDiff().setKind(kind).setInputdiff(true));
  }
  return response;
}

/** The handlers of the service; gRPC wants callbacks, they return their answer or throw. */
function handlers(name) {
  let region = 'us-east-1';

  /** Outputs of a resource: its inputs, and for what only AWS knows a made-up value, or "unknown" in a preview. */
  const outputs = (token, id, inputs, preview) => {
    const service = token.split(':')[1]?.split('/')[0] ?? name;
    const { computed, state } = resource(token);
    const made = { id: preview ? UNKNOWN : id };
    // Since version 7 a resource without a region of its own says which one it got from its provider.
    if (state.includes('region')) made.region = region;
    for (const key of computed) {
      if (key in made) continue;
      if (key === 'tagsAll') made[key] = inputs.tags ?? {};
      else if (preview) made[key] = UNKNOWN;
      else if (/(^a|A)rn$/.test(key)) made[key] = `arn:aws:${service}:${region}:${ACCOUNT}:${id}`;
      else if (/(^i|I)d$/.test(key)) made[key] = id;
      // Anything else AWS would answer is left out: a wrong value would mislead more than none.
    }
    return { ...made, ...inputs };
  };

  return {
    getPluginInfo: () => new plugin.PluginInfo().setVersion(version),
    getSchema: () => new provider.GetSchemaResponse().setSchema(JSON.stringify(schema(name))),
    checkConfig: ({ request }) => new provider.CheckResponse().setInputs(request.getNews()),
    diffConfig: differs,
    configure({ request }) {
      const configured = plain(request.getArgs()).region ?? request.getVariablesMap().get(`${name}:config:region`);
      if (typeof configured === 'string' && configured !== UNKNOWN) region = configured;
      return new provider.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    },
    invoke({ request }) {
      const answer = answers[request.getTok()]?.(plain(request.getArgs()).region ?? region) ?? {};
      return new provider.InvokeResponse().setReturn(struct.Struct.fromJavaScript(answer));
    },
    check: ({ request }) => new provider.CheckResponse().setInputs(request.getNews()),
    diff: differs,
    create({ request }) {
      const [, , token, label] = request.getUrn().split('::');
      const type = token.split('$').pop();
      const preview = request.getPreview();
      const id = `${label}-${process.pid.toString(36)}`;
      const state = outputs(type, id, plain(request.getProperties()), preview);
      const response = new provider.CreateResponse().setProperties(struct.Struct.fromJavaScript(state));
      return preview ? response : response.setId(id);
    },
    update({ request }) {
      // What AWS made stays; the inputs are the new ones, and one that was dropped is gone.
      const type = request.getUrn().split('::')[2].split('$').pop();
      const olds = plain(request.getOlds());
      const news = plain(request.getNews());
      const kept = { id: olds.id };
      for (const key of resource(type).computed) if (key in olds) kept[key] = olds[key];
      if (resource(type).state.includes('region')) kept.region = region;
      if ('tagsAll' in kept) kept.tagsAll = news.tags ?? {};
      const state = { ...kept, ...news };
      return new provider.UpdateResponse().setProperties(struct.Struct.fromJavaScript(state));
    },
    read({ request }) {
      const state = plain(request.getProperties());
      const inputs = plain(request.getInputs());
      return new provider.ReadResponse()
        .setId(request.getId())
        .setProperties(struct.Struct.fromJavaScript(state))
        .setInputs(struct.Struct.fromJavaScript(inputs));
    },
    delete: () => new empty.Empty(),
    cancel: () => new empty.Empty(),
  };
}

exports.serve = (name) => {
  const served = Object.fromEntries(
    Object.entries(handlers(name)).map(([method, answer]) => [
      method,
      (call, callback) => {
        let response;
        try {
          response = answer(call);
        } catch (error) {
          callback({ code: grpc.status.INTERNAL, message: `stand-in provider: ${error.stack}` });
          return;
        }
        callback(null, response);
      },
    ]),
  );
  const unlimited = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
  const server = new grpc.Server(unlimited);
  server.addService(services.ResourceProviderService, served);
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    // The engine reads the port from the first line of standard output.
    process.stdout.write(`${port}\n`);
  });
  // The engine ends a plugin by a signal; one whose engine was killed (a test's timeout) must not stay behind.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(0), 2_000).unref();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
};
