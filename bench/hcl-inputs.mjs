// Terraform in HCL of any size, in three shapes: a name of a file to its text.

/** With a role that trusts a vendor. */
const role = (index) => `
variable "external_id_${index}" {
  type = string
}

resource "aws_iam_role" "vendor_${index}" {
  name = "vendor-${index}"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Condition = { StringEquals = { "sts:ExternalId" = var.external_id_${index} } }
    }]
  })
}
`;

/** What most files hold: no role at all. */
const bucket = (index) => `
resource "aws_s3_bucket" "data_${index}" {
  bucket = "data-${index}"
  tags   = { for name in ["team", "stage"] : name => "\${name}-${index}" }
}
`;

const either = (index) => (index % 10 === 0 ? role(index) : bucket(index));

/** A role and a bucket each. */
export function modules(count) {
  const files = {};
  for (let index = 0; index < count; index += 1) {
    files[`module-${index}/main.tf`] = role(index);
    files[`module-${index}/data.tf`] = bucket(index);
  }
  return files;
}

export function filesOfOneModule(count) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`file-${index}.tf`, either(index)]));
}

/** So many resources. */
export function oneFile(count) {
  return { "main.tf": Array.from({ length: count }, (_, index) => either(index)).join("") };
}
