/**
 * Native types without a property that a price or a rule reads: most of them are free, and all are classed with their
 * type of the aws provider in `charges/services`. By module, with the module of the aws provider where it is another; a
 * name with `=` is another there.
 */
export const freeTypes = (): Readonly<Record<string, string>> => ({
  accessanalyzer: 'ArchiveRule',
  'amazonmq mq': 'Configuration',
  apigateway: `
    Account ApiKey Authorizer BasePathMapping BasePathMappingV2=basePathMapping ClientCertificate DocumentationPart
    DocumentationVersion DomainName DomainNameAccessAssociation DomainNameV2=domainName GatewayResponse=response Method
    Model RequestValidator Resource UsagePlan UsagePlanKey VpcLink
  `,
  apigatewayv2: `
    ApiMapping Authorizer Deployment DomainName Integration IntegrationResponse Model Route RouteResponse RoutingRule
    VpcLink
  `,
  appconfig: 'Application ConfigurationProfile DeploymentStrategy Environment Extension ExtensionAssociation',
  'applicationautoscaling appautoscaling': 'ScalableTarget=target',
  athena: 'NamedQuery PreparedStatement',
  autoscaling: 'LifecycleHook ScheduledAction=schedule',
  batch: 'JobQueue SchedulingPolicy',
  'ce costexplorer': 'AnomalyMonitor AnomalySubscription CostCategory',
  cloudfront: `
    CachePolicy CloudFrontOriginAccessIdentity=originAccessIdentity ContinuousDeploymentPolicy KeyGroup
    OriginAccessControl OriginRequestPolicy PublicKey ResponseHeadersPolicy VpcOrigin
  `,
  codebuild: 'SourceCredential',
  codeconnections: 'Connection Host',
  codedeploy: 'Application DeploymentConfig',
  codepipeline: 'CustomActionType Webhook',
  codestarconnections: 'Connection',
  codestarnotifications: 'NotificationRule',
  cognito: `
    IdentityPool IdentityPoolPrincipalTag=identityPoolProviderPrincipalTag IdentityPoolRoleAttachment UserPoolDomain
    UserPoolGroup=userGroup UserPoolIdentityProvider=identityProvider UserPoolResourceServer=resourceServer
    UserPoolUiCustomizationAttachment=userPoolUICustomization UserPoolUserToGroupAttachment=userInGroup
  `,
  'configuration cfg': 'AggregationAuthorization=aggregateAuthorization ConfigurationAggregator DeliveryChannel',
  dax: 'ParameterGroup SubnetGroup',
  dms: 'Certificate Endpoint EventSubscription ReplicationSubnetGroup ReplicationTask',
  docdb: 'DbClusterParameterGroup=clusterParameterGroup DbSubnetGroup=subnetGroup EventSubscription',
  ec2: `
    CustomerGateway DhcpOptions=vpcDhcpOptions EgressOnlyInternetGateway EipAssociation
    GatewayRouteTableAssociation=routeTableAssociation InternetGateway IpamPool=vpcIpamPool IpamScope=vpcIpamScope
    KeyPair NetworkAcl NetworkInterface NetworkInterfaceAttachment PlacementGroup PrefixList=managedPrefixList Route
    RouteTable SecurityGroup SecurityGroupEgress=securityGroupRule SecurityGroupIngress=securityGroupRule
    SubnetCidrBlock=vpcIpv6CidrBlockAssociation SubnetNetworkAclAssociation=networkAclAssociation
    SubnetRouteTableAssociation=routeTableAssociation TrafficMirrorFilter TrafficMirrorFilterRule TrafficMirrorTarget
    VolumeAttachment Vpc VpcBlockPublicAccessExclusion VpcBlockPublicAccessOptions
    VpcCidrBlock=vpcIpv4CidrBlockAssociation VpcEndpointConnectionNotification
    VpcEndpointServicePermissions=vpcEndpointServiceAllowedPrinciple VpcGatewayAttachment=internetGatewayAttachment
    VpcPeeringConnection VpcdhcpOptionsAssociation=vpcDhcpOptionsAssociation VpnConnectionRoute VpnGateway
  `,
  'ec2 ebs': 'SnapshotBlockPublicAccess',
  'ec2 ec2transitgateway': `
    InstanceConnectEndpoint TransitGateway TransitGatewayConnectPeer=connectPeer TransitGatewayPolicyTable=policyTable
    TransitGatewayPolicyTableAssociation=policyTableAssociation TransitGatewayPolicyTableEntry=policyTableEntry
    TransitGatewayRoute=route TransitGatewayRouteTable=routeTable
    TransitGatewayRouteTableAssociation=routeTableAssociation
    TransitGatewayRouteTablePropagation=routeTablePropagation
  `,
  'ec2 vpc': 'SecurityGroupVpcAssociation',
  ecr: 'RegistryPolicy RepositoryCreationTemplate',
  ecs: 'ClusterCapacityProviderAssociations=clusterCapacityProviders',
  efs: 'AccessPoint MountTarget',
  eks: 'AccessEntry IdentityProviderConfig PodIdentityAssociation',
  elasticache: 'ParameterGroup SubnetGroup User UserGroup',
  elasticbeanstalk: 'Application ConfigurationTemplate',
  'elasticloadbalancingv2 lb': 'Listener ListenerRule TargetGroup',
  emr: 'SecurityConfiguration',
  'events cloudwatch': 'EventBusPolicy Rule=eventRule',
  'eventschemas schemas': 'Registry RegistryPolicy Schema',
  globalaccelerator: 'CrossAccountAttachment EndpointGroup Listener',
  glue: 'Classifier Registry Schema SecurityConfiguration Trigger Workflow',
  guardduty: 'Filter IpSet=iPSet ThreatIntelSet',
  iam: `
    Group GroupPolicy InstanceProfile ManagedPolicy=policy OidcProvider=openIdConnectProvider Role RolePolicy
    SamlProvider ServerCertificate ServiceLinkedRole User UserPolicy VirtualMfaDevice
  `,
  identitystore: 'Group GroupMembership',
  kinesis: 'ResourcePolicy',
  kms: 'Alias',
  lakeformation: 'PrincipalPermissions=permissions Tag=lfTag TagAssociation=resourceLfTags',
  lambda: `
    CodeSigningConfig EventInvokeConfig=functionEventInvokeConfig LayerVersion LayerVersionPermission Permission
    ResourcePolicy Url=functionUrl
  `,
  'logs cloudwatch': `
    Destination=logDestination LogStream QueryDefinition ResourcePolicy=logResourcePolicy
    SubscriptionFilter=logSubscriptionFilter
  `,
  memorydb: 'Acl ParameterGroup SubnetGroup User',
  msk: 'BatchScramSecret=scramSecretAssociation ClusterPolicy Configuration',
  neptune: `
    DbClusterParameterGroup=clusterParameterGroup DbParameterGroup=parameterGroup DbSubnetGroup=subnetGroup
    EventSubscription
  `,
  networkfirewall: 'RuleGroup',
  oam: 'Link Sink',
  'opensearchserverless opensearch': `
    AccessPolicy=serverlessAccessPolicy LifecyclePolicy=serverlessLifecyclePolicy
    SecurityConfig=serverlessSecurityConfig SecurityPolicy=serverlessSecurityPolicy
  `,
  organizations: 'Account OrganizationalUnit Policy ResourcePolicy',
  ram: 'Permission ResourceShare',
  rds: `
    DbClusterParameterGroup=clusterParameterGroup DbParameterGroup=parameterGroup
    DbProxyTargetGroup=proxyDefaultTargetGroup DbSubnetGroup=subnetGroup EventSubscription OptionGroup
  `,
  redshift: `
    ClusterParameterGroup=parameterGroup ClusterSubnetGroup=subnetGroup EventSubscription ScheduledAction
    SnapshotSchedule
  `,
  'resourceexplorer2 resourceexplorer': 'Index View',
  resourcegroups: 'Group',
  rolesanywhere: 'Profile TrustAnchor',
  route53: 'CidrCollection Dnssec=hostedZoneDnsSec KeySigningKey RecordSet=record',
  'route53resolver route53': `
    ResolverConfig ResolverDnssecConfig=resolverDnsSecConfig ResolverRule ResolverRuleAssociation
  `,
  s3: 'AccessPoint BucketPolicy',
  's3 s3control': 'MultiRegionAccessPointPolicy',
  's3express s3': 'AccessPoint BucketPolicy',
  sagemaker: 'AppImageConfig StudioLifecycleConfig',
  scheduler: 'ScheduleGroup',
  secretsmanager: 'ResourcePolicy=secretPolicy RotationSchedule=secretRotation SecretTargetAttachment=secretVersion',
  'servicecatalogappregistry servicecatalog': `
    Application=appregistryApplication AttributeGroup=appregistryAttributeGroup
    AttributeGroupAssociation=appregistryAttributeGroupAssociation
  `,
  servicediscovery: 'HttpNamespace Service',
  ses: 'ReceiptFilter ReceiptRuleSet Template',
  'ses sesv2': 'ConfigurationSetEventDestination ContactList',
  signer: 'ProfilePermission=signingProfilePermission SigningProfile',
  sns: 'TopicInlinePolicy=topicPolicy TopicPolicy',
  sqs: 'QueueInlinePolicy=queuePolicy',
  ssm: 'Document MaintenanceWindow MaintenanceWindowTarget PatchBaseline',
  'sso ssoadmin': `
    Application ApplicationAssignment Assignment=accountAssignment
    InstanceAccessControlAttributeConfiguration=instanceAccessControlAttributes PermissionSet
  `,
  'stepfunctions sfn': 'Activity StateMachineAlias=alias',
  synthetics: 'Group',
  transfer: 'Certificate HostKey Profile User',
  vpclattice: 'AuthPolicy Listener Rule=listenerRule TargetGroup',
  wafv2: 'IpSet RegexPatternSet WebAclAssociation',
  xray: 'Group ResourcePolicy SamplingRule',
});
