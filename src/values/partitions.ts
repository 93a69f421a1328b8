// The partitions of AWS: every role, and everyone who may assume it, is in one of them.

/** As pseudo-parameters and worlds call the partition that is deployed to. */
export const PARTITION = "AWS::Partition";

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, and the newer ones of AWS's SDKs; those that most
 * roles are in come first.
 */
export const PARTITIONS: readonly string[] = [
  ...["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"],
];

export function isPartition(word: string): boolean {
  return PARTITIONS.includes(word);
}
