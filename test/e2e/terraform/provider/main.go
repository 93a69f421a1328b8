// A stand-in for hashicorp/aws that needs no AWS: the schemas of what trust policies are made of, and answers that are made up.
// It speaks the real plugin protocol, so that what Terraform writes with it has the form that it has with the real one.
package main

import (
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/plugin"
)

func main() {
	plugin.Serve(&plugin.ServeOpts{ProviderFunc: func() *schema.Provider {
		return &schema.Provider{
			Schema: map[string]*schema.Schema{
				"region":              optional(schema.TypeString),
				"access_key":          optional(schema.TypeString),
				"secret_key":          optional(schema.TypeString),
				"allowed_account_ids": listOf(schema.TypeSet),
				"assume_role": {Type: schema.TypeList, Optional: true, Elem: &schema.Resource{Schema: map[string]*schema.Schema{
					"role_arn":    optional(schema.TypeString),
					"external_id": optional(schema.TypeString),
				}}},
			},
			ConfigureContextFunc: configure,
			ResourcesMap: map[string]*schema.Resource{
				"aws_iam_role":                      role(),
				"aws_iam_role_policy_attachment":    resource(map[string]*schema.Schema{"role": forced(), "policy_arn": forced()}),
				"aws_external_saas_account":         account(),
				"aws_ssm_parameter":                 parameter(),
				"aws_iam_access_key":                accessKey(),
				"aws_secretsmanager_secret_version": resource(map[string]*schema.Schema{"secret_id": forced(), "secret_string": sensitive()}),
			},
			DataSourcesMap: map[string]*schema.Resource{
				"aws_caller_identity":     callerIdentity(),
				"aws_partition":           partition(),
				"aws_iam_policy_document": policyDocument(),
			},
		}
	}})
}
