// Which AWS service tells a resource for whose account it acts: a row for each service and kind of resource whose documentation says so.

/**
 * A service that calls for itself sends the account and the ARN of what makes it call (aws:SourceAccount, aws:SourceArn), and the
 * organization of the account. Of other pairs of services and resources nobody documents that it does.
 */
export interface ServiceSource {
  /** As principals name it, without the domain. */
  readonly service: string;
  /** Prefix of the actions on the resource that it calls; "sts": it assumes a role. */
  readonly on: string;
  /** The service that the source's ARN is of. */
  readonly arn: string;
  /** The ARN of the source has no account in it: whose it is, the account alone tells. */
  readonly isGlobal?: true;
  /** A key that has the ARN of the source as well. Whether it never has another one nobody documents. */
  readonly alsoIn?: string;
  /** What names the source behind its account. */
  readonly names?: string;
  readonly source: string;
}

const DOCS = "https://docs.aws.amazon.com";
const S3_EVENTS = `${DOCS}/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html`;
const ORIGIN_ACCESS = `${DOCS}/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to`;
const MONITORING = `${DOCS}/AmazonCloudWatch/latest/monitoring`;
const TARGETS = `${DOCS}/eventbridge/latest/userguide/eb-use-resource-based.html`;

export const SERVICE_SOURCES: readonly ServiceSource[] = [
  // EventBridge is not among them: "You can't use Condition blocks in Amazon SNS topic policies for EventBridge".
  {
    service: "cloudwatch",
    on: "sns",
    arn: "cloudwatch",
    source: `${DOCS}/sns/latest/dg/sns-access-policy-use-cases.html`,
  },
  { service: "s3", on: "sns", arn: "s3", isGlobal: true, source: S3_EVENTS },
  { service: "ses", on: "sns", arn: "ses", source: `${DOCS}/ses/latest/dg/configure-sns-notifications.html` },
  {
    service: "budgets",
    on: "sns",
    arn: "budgets",
    source: `${DOCS}/cost-management/latest/userguide/budgets-sns-policy.html`,
  },
  { service: "costalerts", on: "sns", arn: "ce", source: `${DOCS}/cost-management/latest/userguide/ad-SNS.html` },
  {
    service: "cloudtrail",
    on: "sns",
    arn: "cloudtrail",
    source: `${DOCS}/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html`,
  },
  { service: "config", on: "sns", arn: "config", source: `${DOCS}/config/latest/developerguide/sns-topic-policy.html` },
  {
    service: "events.rds",
    on: "sns",
    arn: "rds",
    source: `${DOCS}/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html`,
  },

  { service: "events", on: "sqs", arn: "events", source: TARGETS },
  { service: "s3", on: "sqs", arn: "s3", isGlobal: true, source: S3_EVENTS },
  { service: "sns", on: "sqs", arn: "sns", source: `${DOCS}/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html` },

  { service: "events", on: "lambda", arn: "events", source: TARGETS },
  {
    service: "s3",
    on: "lambda",
    arn: "s3",
    isGlobal: true,
    source: `${DOCS}/lambda/latest/dg/permissions-function-services.html`,
  },
  { service: "sns", on: "lambda", arn: "sns", source: `${DOCS}/sns/latest/dg/lambda-console.html` },
  {
    service: "apigateway",
    on: "lambda",
    arn: "execute-api",
    source: `${DOCS}/lambda/latest/dg/services-apigateway.html`,
  },
  {
    service: "config",
    on: "lambda",
    arn: "config",
    source: `${DOCS}/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html`,
  },

  ...(
    [
      ["logs", "logs", `${DOCS}/AmazonCloudWatch/latest/logs/SubscriptionFilters.html`],
      ["lambda.alarms.cloudwatch", "cloudwatch", `${MONITORING}/alarms-and-actions-Lambda.html`],
      ["ses", "ses", `${DOCS}/ses/latest/dg/receiving-email-permissions.html`],
      ["cognito-idp", "cognito-idp", `${DOCS}/cognito/latest/developerguide/user-pool-lambda-trigger-permissions.html`],
      ["iot", "iot", `${DOCS}/iot/latest/developerguide/lambda-rule-action.html`],
      [
        "secretsmanager",
        "secretsmanager",
        `${DOCS}/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html`,
      ],
      [
        "elasticloadbalancing",
        "elasticloadbalancing",
        `${DOCS}/elasticloadbalancing/latest/application/lambda-functions.html`,
      ],
    ] as const
  ).map(([service, arn, source]): ServiceSource => ({ service, on: "lambda", arn, source })),

  { service: "events", on: "execute-api", arn: "events", source: TARGETS },

  {
    service: "cloudtrail",
    on: "s3",
    arn: "cloudtrail",
    source: `${DOCS}/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html`,
  },
  { service: "config", on: "s3", arn: "config", source: `${DOCS}/config/latest/developerguide/s3-bucket-policy.html` },
  {
    service: "logging.s3",
    on: "s3",
    arn: "s3",
    isGlobal: true,
    source: `${DOCS}/AmazonS3/latest/userguide/enable-server-access-logging.html`,
  },
  {
    service: "s3",
    on: "s3",
    arn: "s3",
    isGlobal: true,
    source: `${DOCS}/AmazonS3/latest/userguide/configure-inventory.html`,
  },
  { service: "logs", on: "s3", arn: "logs", source: `${DOCS}/AmazonCloudWatch/latest/logs/S3ExportTasks.html` },
  {
    service: "delivery.logs",
    on: "s3",
    arn: "logs",
    source: `${DOCS}/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html`,
  },
  {
    service: "cloudfront",
    on: "s3",
    arn: "cloudfront",
    source: `${ORIGIN_ACCESS}-s3.html`,
  },

  { service: "cloudfront", on: "lambda", arn: "cloudfront", source: `${ORIGIN_ACCESS}-lambda.html` },
  { service: "cloudfront", on: "mediapackagev2", arn: "cloudfront", source: `${ORIGIN_ACCESS}-mediapackage.html` },
  { service: "cloudfront", on: "mediastore", arn: "cloudfront", source: `${ORIGIN_ACCESS}-mediastore.html` },
  {
    service: "states",
    on: "execute-api",
    arn: "states",
    source: `${DOCS}/step-functions/latest/dg/api-gateway-iam.html`,
  },
  {
    service: "appstream",
    on: "s3",
    arn: "appstream",
    source: `${DOCS}/appstream2/latest/developerguide/example-elastic-fleets.html`,
  },

  {
    service: "cloudtrail",
    on: "kms",
    arn: "cloudtrail",
    alsoIn: "kms:encryptioncontext:aws:cloudtrail:arn",
    names: "trail/",
    source: `${DOCS}/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html`,
  },

  // What they write is encrypted by a key of the one whose bucket it is.
  ...(
    [
      ["guardduty", "guardduty", `${DOCS}/guardduty/latest/ug/guardduty_exportfindings.html`],
      ["macie", "macie2", `${DOCS}/macie/latest/user/discovery-results-repository-s3.html`],
      ["inspector2", "inspector2", `${DOCS}/inspector/latest/user/findings-managing-exporting-reports.html`],
    ] as const
  ).flatMap(([service, arn, source]) => ["s3", "kms"].map((on): ServiceSource => ({ service, on, arn, source }))),
  ...(
    [
      ["billingreports", "cur", `${DOCS}/cur/latest/userguide/cur-s3.html`],
      ["bcm-data-exports", "bcm-data-exports", `${DOCS}/cur/latest/userguide/dataexports-s3-bucket.html`],
      ["redshift", "redshift", `${DOCS}/redshift/latest/mgmt/db-auditing.html`],
      ["serverlessrepo", "serverlessrepo", `${DOCS}/serverlessrepo/latest/devguide/serverlessrepo-how-to-publish.html`],
    ] as const
  ).map(([service, arn, source]): ServiceSource => ({ service, on: "s3", arn, source })),

  // Services whose documentation asks for the condition in the trust policy of a role.
  ...(
    [
      ["ecs-tasks", "ecs", `${DOCS}/AmazonECS/latest/developerguide/task-iam-roles.html`],
      ["bedrock", "bedrock", `${DOCS}/bedrock/latest/userguide/kb-permissions.html`],
      ["scheduler", "scheduler", `${DOCS}/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html`],
      ["sagemaker", "sagemaker", `${DOCS}/sagemaker/latest/dg/security-confused-deputy-prevention.html`],
      ["personalize", "personalize", `${DOCS}/personalize/latest/dg/cross-service-confused-deputy-prevention.html`],
      ["iot", "iot", `${DOCS}/iot/latest/developerguide/cross-service-confused-deputy-prevention.html`],
      ["controltower", "controltower", `${DOCS}/controltower/latest/userguide/prevent-confused-deputy.html`],
      ["autoscaling", "autoscaling", `${DOCS}/autoscaling/ec2/userguide/prevent-confused-deputy.html`],
      [
        "ssm-incidents",
        "ssm-incidents",
        `${DOCS}/incident-manager/latest/userguide/cross-service-confused-deputy-prevention.html`,
      ],
      ["appstream", "appstream", `${DOCS}/appstream2/latest/developerguide/example-fleet-machine.html`],
    ] as const
  ).map(([service, arn, source]): ServiceSource => ({ service, on: "sts", arn, source })),
];

const byResource = new Map<string, Map<string, ServiceSource>>();
for (const row of SERVICE_SOURCES) {
  const services = byResource.get(row.on) ?? new Map<string, ServiceSource>();
  byResource.set(row.on, services.set(row.service, row));
}

/** All that are known to tell such a resource for whom they act. */
export function sourcesOn(resource: string): readonly ServiceSource[] {
  return [...(byResource.get(resource)?.values() ?? [])];
}

/** `principal`: "sns.amazonaws.com", with a region in it or without, and a domain that deployment may decide. Undefined: of the pair nothing is documented. */
export function sourceOf(principal: string, resource: string): ServiceSource | undefined {
  const services = byResource.get(resource);
  const [, name] = /^(.*)\.(?:amazonaws\.com(?:\.cn)?|[\ue000-\uf8ff])$/.exec(principal) ?? [];
  if (services === undefined || name === undefined) return undefined;
  return services.get(name) ?? services.get(name.replace(REGION, ""));
}

/** Or what deployment decides in the place of one. */
const REGION = /\.(?:[a-z]{2}(?:-[a-z]+)+-\d|[\ue000-\uf8ff])$/;
