// Condition keys of services that carry resource policies: who controls each one in a request to such a resource.

import type { ConditionKey } from "./keys.ts";

/** "Actions, resources, and condition keys for" each service, in the Service Authorization Reference. */
const SOURCE =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";

/** What callers ask for, and how: their own choice. `/*` at the end stands for the key of a tag, `:*` for any more. */
const CHOSEN = `
  s3:AccessGrantsInstanceArn s3:AccessPointNetworkOrigin s3:InventoryAccessibleOptionalFields s3:ObjectCreationOperation
  s3:RequestObjectTag/* s3:TlsVersion s3:authType s3:delimiter s3:if-match s3:if-none-match s3:max-keys
  s3:object-lock-legal-hold s3:object-lock-mode s3:object-lock-remaining-retention-days
  s3:object-lock-retain-until-date s3:prefix s3:signatureAge s3:signatureversion s3:versionid s3:x-amz-acl
  s3:x-amz-content-sha256 s3:x-amz-copy-source s3:x-amz-grant-full-control s3:x-amz-grant-read s3:x-amz-grant-read-acp
  s3:x-amz-grant-write s3:x-amz-grant-write-acp s3:x-amz-metadata-directive s3:x-amz-object-ownership
  s3:x-amz-server-side-encryption s3:x-amz-server-side-encryption-aws-kms-key-id
  s3:x-amz-server-side-encryption-customer-algorithm s3:x-amz-storage-class s3:x-amz-website-redirect-location
  s3-object-lambda:TlsVersion s3-object-lambda:authType s3-object-lambda:signatureAge s3-object-lambda:versionid
  s3-outposts:authType s3-outposts:delimiter s3-outposts:max-keys s3-outposts:prefix s3-outposts:signatureversion
  s3-outposts:versionid s3-outposts:x-amz-acl s3-outposts:x-amz-content-sha256 s3-outposts:x-amz-copy-source
  s3express:SessionMode s3express:TlsVersion s3express:authType s3express:signatureversion
  kms:EncryptionAlgorithm kms:EncryptionContext:* kms:GrantConstraintType kms:GranteePrincipal
  kms:GrantIsForAWSResource kms:MacAlgorithm kms:MessageType kms:RequestAlias kms:RetiringPrincipal
  kms:SigningAlgorithm kms:ViaService kms:WrappingAlgorithm
  sns:Endpoint sns:Protocol
  lambda:FunctionUrlAuthType lambda:InvokedViaFunctionUrl
  events:detail-type events:eventBusInvocation events:source events:detail.eventTypeCode events:detail.service
  dynamodb:EnclosingOperation dynamodb:FullTableScan dynamodb:ReturnConsumedCapacity dynamodb:ReturnValues
  dynamodb:Select
  secretsmanager:SecretId secretsmanager:VersionId secretsmanager:VersionStage
  elasticfilesystem:AccessPointArn
  ses:ApiVersion ses:FeedbackAddress ses:FromAddress ses:FromDisplayName acm-pca:TemplateArn
  vpc-lattice:RequestMethod vpc-lattice:RequestPath vpc-lattice:RequestHeader/* vpc-lattice:RequestQueryString/*
`;

const CHOSEN_SETS = `
  kms:EncryptionContextKeys kms:GrantOperations s3:RequestObjectTagKeys dynamodb:Attributes dynamodb:LeadingKeys
  ses:Recipients
`;

/** What is asked for has it, whoever asks. */
const OF_RESOURCES = `
  s3:AccessPointTag/* s3:BucketTag/* s3:ExistingObjectTag/* s3:ResourceAccount s3express:ResourceAccount
  ecr:ResourceTag/* ecr-public:ResourceTag/* secretsmanager:ResourceTag/* glacier:ResourceTag/*
  kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:PrimaryRegion kms:ResourceAliases
  secretsmanager:resource/Type glacier:ArchiveAgeInDays
`;

type Row = Omit<ConditionKey, "source"> & { readonly source: string };

export const SERVICE_KEYS: readonly Row[] = [
  ...named(CHOSEN, { control: "caller" }),
  ...named(CHOSEN_SETS, { control: "caller", multivalued: true }),
  ...named(OF_RESOURCES, { control: "role" }),
  {
    name: "elasticfilesystem:accessedviamounttarget",
    control: "network",
    always: true,
    values: ["false", "true"],
    within: ["true"],
    source: "https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html",
  },
  ...["s3", "s3-outposts", "s3express"].flatMap((service): Row[] => [
    { name: `${service}:dataaccesspointaccount`, control: "caller", account: "whole", source: SOURCE },
    { name: `${service}:dataaccesspointarn`, control: "caller", account: "in ARN", source: SOURCE },
  ]),
];

function named(words: string, row: Omit<ConditionKey, "name" | "source">): readonly Row[] {
  return words
    .trim()
    .split(/\s+/)
    .map((name) => ({ name: name.toLowerCase(), ...row, source: SOURCE }));
}
