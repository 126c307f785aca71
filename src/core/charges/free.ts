/**
 * Types that AWS does not bill for by themselves: settings, permissions, networks, links between other resources. They
 * are counted as free, not as "not priced". A type that may cost something in any setting does not belong here: scaling
 * policies make alarms, trust stores and log deliveries have prices. By module; the class name follows from the name.
 */
const FREE: Readonly<Record<string, string>> = {
  accessanalyzer: 'archiveRule',
  account: 'alternativeContact primaryContact region',
  acm: 'certificateValidation',
  apigateway: `
    account apiKey authorizer basePathMapping clientCertificate deployment documentationPart documentationVersion
    domainName domainNameAccessAssociation integration integrationResponse method methodResponse methodSettings
    model requestValidator resource response restApiPolicy restApiPut usagePlan usagePlanKey vpcLink
  `,
  apigatewayv2: `
    apiMapping authorizer deployment domainName integration integrationResponse model route routeResponse
    routingRule stage vpcLink
  `,
  appautoscaling: 'scheduledAction target',
  appconfig: 'application configurationProfile deploymentStrategy environment extension extensionAssociation',
  appmesh: 'gatewayRoute mesh route virtualGateway virtualNode virtualRouter virtualService',
  athena: 'namedQuery preparedStatement',
  autoscaling: 'attachment lifecycleHook notification schedule tag trafficSourceAttachment',
  backup: 'globalSettings regionSettings vaultLockConfiguration vaultNotifications vaultPolicy',
  batch: 'jobDefinition jobQueue schedulingPolicy',
  cfg: 'aggregateAuthorization configurationAggregator deliveryChannel recorderStatus retentionConfiguration',
  cloudfront: `
    cachePolicy continuousDeploymentPolicy keyGroup originAccessControl originAccessIdentity originRequestPolicy
    publicKey responseHeadersPolicy vpcOrigin
  `,
  cloudwatch: `
    eventBusPolicy eventConnection eventPermission eventRule eventTarget logDeliveryDestinationPolicy
    logDestination logDestinationPolicy logIndexPolicy logResourcePolicy logStream logSubscriptionFilter
    queryDefinition
  `,
  codebuild: 'resourcePolicy sourceCredential webhook',
  codecommit: 'approvalRuleTemplate approvalRuleTemplateAssociation trigger',
  codeconnections: 'connection host',
  codedeploy: 'application deploymentConfig',
  codepipeline: 'customActionType webhook',
  codestarconnections: 'connection host',
  codestarnotifications: 'notificationRule',
  cognito: `
    identityPool identityPoolProviderPrincipalTag identityPoolRoleAttachment identityProvider resourceServer
    userGroup userInGroup userPoolDomain userPoolUICustomization
  `,
  computeoptimizer: 'enrollmentStatus',
  costexplorer: 'anomalyMonitor anomalySubscription costAllocationTag costCategory',
  costoptimizationhub: 'enrollmentStatus preferences',
  dax: 'parameterGroup subnetGroup',
  directoryservice: 'conditionalForwarder radiusSettings trust',
  dms: 'certificate endpoint eventSubscription replicationSubnetGroup replicationTask s3Endpoint',
  docdb: 'clusterParameterGroup eventSubscription subnetGroup',
  dynamodb: 'resourcePolicy tag',
  ebs: 'defaultKmsKey encryptionByDefault snapshotBlockPublicAccess',
  ec2: `
    allowedImagesSettings amiLaunchPermission availabilityZoneGroup customerGateway defaultCreditSpecification
    defaultNetworkAcl defaultRouteTable defaultSecurityGroup defaultSubnet defaultVpc defaultVpcDhcpOptions
    egressOnlyInternetGateway eipAssociation eipDomainName imageBlockPublicAccess instanceMetadataDefaults
    internetGateway internetGatewayAttachment keyPair launchConfiguration launchTemplate mainRouteTableAssociation
    managedPrefixList managedPrefixListEntry natGatewayEipAssociation networkAcl networkAclAssociation
    networkAclRule networkInterface networkInterfaceAttachment networkInterfacePermission
    networkInterfaceSecurityGroupAttachment peeringConnectionOptions placementGroup proxyProtocolPolicy route
    routeTable routeTableAssociation securityGroup securityGroupAssociation securityGroupRule serialConsoleAccess
    snapshotCreateVolumePermission subnet subnetCidrReservation tag trafficMirrorFilter trafficMirrorFilterRule
    trafficMirrorTarget volumeAttachment vpc vpcBlockPublicAccessExclusion vpcBlockPublicAccessOptions
    vpcDhcpOptions vpcDhcpOptionsAssociation vpcEndpointConnectionAccepter vpcEndpointConnectionNotification
    vpcEndpointPolicy vpcEndpointRouteTableAssociation vpcEndpointService vpcEndpointServiceAllowedPrinciple
    vpcIpamOrganizationAdminAccount vpcIpamPool vpcIpamScope vpcIpv4CidrBlockAssociation
    vpcIpv6CidrBlockAssociation vpcPeeringConnection vpcPeeringConnectionAccepter vpcSecurityGroupRulesExclusive
    vpnConnectionRoute vpnGateway vpnGatewayAttachment vpnGatewayRoutePropagation
  `,
  ec2clientvpn: 'authorizationRule route',
  ec2transitgateway: `
    connectPeer defaultRouteTableAssociation defaultRouteTablePropagation instanceConnectEndpoint instanceState
    policyTable policyTableAssociation policyTableEntry prefixListReference route routeTable routeTableAssociation
    routeTablePropagation transitGateway
  `,
  ecr: 'accountSetting lifecyclePolicy registryPolicy repositoryCreationTemplate repositoryPolicy',
  ecrpublic: 'repositoryPolicy',
  ecs: 'clusterCapacityProviders tag taskDefinition',
  efs: 'accessPoint fileSystemPolicy mountTarget',
  eks: 'accessEntry accessPolicyAssociation identityProviderConfig podIdentityAssociation',
  elasticache: 'parameterGroup subnetGroup user userGroup userGroupAssociation',
  elasticbeanstalk: 'application configurationTemplate',
  elasticsearch: 'domainPolicy domainSamlOptions',
  elb: `
    appCookieStickinessPolicy attachment listenerPolicy loadBalancerBackendServerPolicy
    loadBalancerCookieStickinessPolicy loadBalancerPolicy sslNegotiationPolicy
  `,
  emr: 'blockPublicAccessConfiguration managedScalingPolicy securityConfiguration',
  globalaccelerator: 'crossAccountAttachment customRoutingEndpointGroup customRoutingListener endpointGroup listener',
  glue: 'classifier registry resourcePolicy schema securityConfiguration trigger workflow',
  grafana: 'workspaceSamlConfiguration',
  guardduty: 'filter iPSet inviteAccepter threatIntelSet',
  identitystore: 'group groupMembership user',
  kinesis: 'resourcePolicy',
  kms: 'alias grant keyPolicy',
  lakeformation: 'dataLakeSettings lfTag lfTagExpression optIn permissions resource resourceLfTag resourceLfTags',
  lambda: `
    alias codeSigningConfig functionEventInvokeConfig functionRecursionConfig functionUrl layerVersion
    layerVersionPermission permission resourcePolicy runtimeManagementConfig
  `,
  lb: 'listener listenerCertificate listenerRule targetGroup targetGroupAttachment',
  licensemanager: 'association licenseConfiguration',
  memorydb: 'acl parameterGroup subnetGroup user',
  mq: 'configuration',
  msk: 'clusterPolicy configuration scramSecretAssociation singleScramSecretAssociation',
  neptune: 'clusterEndpoint clusterParameterGroup eventSubscription parameterGroup subnetGroup',
  networkfirewall: 'resourcePolicy ruleGroup',
  oam: 'link sink sinkPolicy',
  opensearch: `
    authorizeVpcEndpointAccess domainPolicy domainSamlOptions inboundConnectionAccepter outboundConnection
    serverlessAccessPolicy serverlessLifecyclePolicy serverlessSecurityConfig serverlessSecurityPolicy
  `,
  organizations: `
    account awsServiceAccess delegatedAdministrator organization organizationalUnit policy policyAttachment
    resourcePolicy tag
  `,
  ram: `
    permission principalAssociation resourceAssociation resourceShare resourceShareAccepter
    resourceShareAssociationsExclusive sharingWithOrganization
  `,
  rds: `
    certificate clusterEndpoint clusterParameterGroup clusterRoleAssociation eventSubscription optionGroup
    parameterGroup proxyDefaultTargetGroup proxyTarget roleAssociation subnetGroup
  `,
  redshift: `
    authenticationProfile clusterIamRoles dataShareAuthorization eventSubscription parameterGroup resourcePolicy
    scheduledAction snapshotCopyGrant snapshotSchedule snapshotScheduleAssociation subnetGroup usageLimit
  `,
  redshiftserverless: 'resourcePolicy usageLimit',
  resourceexplorer: 'index view',
  resourcegroups: 'group resource',
  rolesanywhere: 'profile trustAnchor',
  route53: `
    cidrCollection cidrLocation delegationSet hostedZoneDnsSec keySigningKey record recordsExclusive
    resolverConfig resolverDnsSecConfig resolverRule resolverRuleAssociation trafficPolicy
    vpcAssociationAuthorization zoneAssociation
  `,
  s3: `
    accessPoint accountPublicAccessBlock bucketAbac bucketAcl bucketCorsConfiguration bucketLogging
    bucketNotification bucketObjectLockConfiguration bucketOwnershipControls bucketPolicy bucketPublicAccessBlock
    bucketRequestPaymentConfiguration bucketServerSideEncryptionConfiguration bucketVersioning
    bucketWebsiteConfiguration
  `,
  s3control: 'accessPointPolicy multiRegionAccessPointPolicy',
  sagemaker: 'appImageConfig codeRepository notebookInstanceLifecycleConfiguration studioLifecycleConfig',
  scheduler: 'scheduleGroup',
  schemas: 'registry registryPolicy schema',
  secretsmanager: 'secretPolicy secretRotation secretVersion tag',
  servicecatalog: 'appregistryApplication appregistryAttributeGroup appregistryAttributeGroupAssociation',
  servicediscovery: 'httpNamespace service',
  servicequotas: 'serviceQuota template templateAssociation',
  ses: `
    activeReceiptRuleSet domainDkim domainIdentityVerification eventDestination identityNotificationTopic
    identityPolicy mailFrom receiptFilter receiptRuleSet template
  `,
  sesv2: `
    accountSuppressionAttributes configurationSetEventDestination contactList emailIdentityFeedbackAttributes
    emailIdentityMailFromAttributes emailIdentityPolicy
  `,
  sfn: 'activity alias',
  signer: 'signingProfile signingProfilePermission',
  sns: 'topicPolicy topicSubscription',
  sqs: 'queuePolicy redriveAllowPolicy redrivePolicy',
  ssm: 'defaultPatchBaseline document maintenanceWindow maintenanceWindowTarget patchBaseline patchGroup',
  ssoadmin: `
    accountAssignment application applicationAccessScope applicationAssignment applicationAssignmentConfiguration
    customerManagedPolicyAttachment customerManagedPolicyAttachmentsExclusive instanceAccessControlAttributes
    managedPolicyAttachment managedPolicyAttachmentsExclusive permissionSet permissionSetInlinePolicy
    permissionsBoundaryAttachment trustedTokenIssuer
  `,
  synthetics: 'group groupAssociation',
  transfer: 'certificate hostKey profile sshKey tag user',
  vpc: `
    endpointPrivateDns endpointServicePrivateDnsVerification securityGroupEgressRule securityGroupIngressRule
    securityGroupVpcAssociation
  `,
  vpclattice: 'authPolicy listener listenerRule targetGroup targetGroupAttachment',
  wafv2: 'apiKey ipSet regexPatternSet webAclAssociation',
  xray: 'encryptionConfig group resourcePolicy samplingRule',
};

/** Identity and access management costs nothing, whatever is made with it. */
const FREE_MODULE = 'aws:iam/';

const TYPES: ReadonlySet<string> = new Set(
  Object.entries(FREE).flatMap(([module, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => `aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`),
  ),
);

export const isFree = (type: string): boolean => TYPES.has(type) || type.startsWith(FREE_MODULE);
/** The free types by name, sorted; every type of the module `aws:iam` is free besides. */
export const freeTypes = (): readonly string[] => [...TYPES].sort();
