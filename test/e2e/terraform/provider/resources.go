package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"regexp"
	"strconv"

	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/validation"
)

const defaultAccount = "999988887777"

var accountInARN = regexp.MustCompile(`^arn:aws:iam::(\d{12}):`)

// configure gives the account that the provider works in: that of the role that it assumes, or the one that it is allowed.
func configure(_ context.Context, d *schema.ResourceData) (any, diag.Diagnostics) {
	if found := accountInARN.FindStringSubmatch(d.Get("assume_role.0.role_arn").(string)); found != nil {
		return found[1], nil
	}
	if allowed := d.Get("allowed_account_ids").(*schema.Set).List(); len(allowed) == 1 {
		return allowed[0], nil
	}
	return defaultAccount, nil
}

func role() *schema.Resource {
	made := resource(map[string]*schema.Schema{
		"name":                 {Type: schema.TypeString, Optional: true, Computed: true, ForceNew: true},
		"path":                 {Type: schema.TypeString, Optional: true, Default: "/", ForceNew: true},
		"assume_role_policy":   {Type: schema.TypeString, Required: true, ValidateFunc: validation.StringIsJSON},
		"description":          optional(schema.TypeString),
		"max_session_duration": {Type: schema.TypeInt, Optional: true, Default: 3600},
		"tags":                 {Type: schema.TypeMap, Optional: true, Elem: &schema.Schema{Type: schema.TypeString}},
		"arn":                  computed(),
		"unique_id":            computed(),
	})
	made.CreateContext = func(_ context.Context, d *schema.ResourceData, account any) diag.Diagnostics {
		name := d.Get("name").(string)
		if name == "" {
			name = "terraform-" + number(d.Get("assume_role_policy").(string), 12)
		}
		d.SetId(name)
		return failed(d.Set("name", name), d.Set("unique_id", "AROA"+number(name, 16)), d.Set("arn", fmt.Sprintf("arn:aws:iam::%s:role%s%s", account, d.Get("path"), name)))
	}
	return made
}

func account() *schema.Resource {
	made := resource(map[string]*schema.Schema{"name": forced(), "email": forced(), "arn": computed()})
	made.CreateContext = func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
		d.SetId(number(d.Get("name").(string), 12))
		return failed(d.Set("arn", "arn:aws:organizations::"+defaultAccount+":account/o-abcdefghij/"+d.Id()))
	}
	return made
}

// parameter turns out to have the value of DRIFT where that is set.
func parameter() *schema.Resource {
	made := resource(map[string]*schema.Schema{"name": forced(), "type": forced(), "value": sensitive()})
	made.ReadContext = func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
		if drift := os.Getenv("DRIFT"); drift != "" {
			return failed(d.Set("value", drift))
		}
		return nil
	}
	return made
}

func accessKey() *schema.Resource {
	secret := computed()
	secret.Sensitive = true
	made := resource(map[string]*schema.Schema{"user": forced(), "secret": secret})
	made.CreateContext = func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
		d.SetId("AKIA" + number(d.Get("user").(string), 16))
		return failed(d.Set("secret", "PLANTED-access-key-secret"))
	}
	return made
}

func callerIdentity() *schema.Resource {
	return data(map[string]*schema.Schema{"account_id": computed(), "arn": computed(), "user_id": computed()}, func(d *schema.ResourceData, account any) error {
		d.SetId(account.(string))
		if err := d.Set("arn", "arn:aws:iam::"+account.(string)+":user/deployer"); err != nil {
			return err
		}
		return d.Set("account_id", account)
	})
}

func partition() *schema.Resource {
	return data(map[string]*schema.Schema{"partition": computed(), "dns_suffix": computed()}, func(d *schema.ResourceData, _ any) error {
		d.SetId("aws")
		if err := d.Set("dns_suffix", "amazonaws.com"); err != nil {
			return err
		}
		return d.Set("partition", "aws")
	})
}

// resource is one that is there when it was created, and stays as it is.
func resource(attributes map[string]*schema.Schema) *schema.Resource {
	made := &schema.Resource{
		Schema: attributes,
		CreateContext: func(_ context.Context, d *schema.ResourceData, _ any) diag.Diagnostics {
			d.SetId("made-" + number(fmt.Sprint(d.State()), 12))
			return nil
		},
		ReadContext:   func(context.Context, *schema.ResourceData, any) diag.Diagnostics { return nil },
		DeleteContext: func(context.Context, *schema.ResourceData, any) diag.Diagnostics { return nil },
	}
	for _, attribute := range attributes {
		if !attribute.ForceNew && (attribute.Optional || attribute.Required) {
			made.UpdateContext = func(context.Context, *schema.ResourceData, any) diag.Diagnostics { return nil }
		}
	}
	return made
}

func data(attributes map[string]*schema.Schema, read func(*schema.ResourceData, any) error) *schema.Resource {
	return &schema.Resource{Schema: attributes, ReadContext: func(_ context.Context, d *schema.ResourceData, account any) diag.Diagnostics {
		return failed(read(d, account))
	}}
}

func optional(of schema.ValueType) *schema.Schema { return &schema.Schema{Type: of, Optional: true} }
func computed() *schema.Schema                    { return &schema.Schema{Type: schema.TypeString, Computed: true} }
func forced() *schema.Schema {
	return &schema.Schema{Type: schema.TypeString, Required: true, ForceNew: true}
}
func sensitive() *schema.Schema {
	return &schema.Schema{Type: schema.TypeString, Required: true, Sensitive: true}
}
func listOf(of schema.ValueType) *schema.Schema {
	return &schema.Schema{Type: of, Optional: true, Elem: &schema.Schema{Type: schema.TypeString}}
}

func failed(errs ...error) diag.Diagnostics {
	for _, err := range errs {
		if err != nil {
			return diag.FromErr(err)
		}
	}
	return nil
}

// number makes digits of a text: the same ones in every run.
func number(text string, length int) string {
	sum := sha256.Sum256([]byte(text))
	digits := ""
	for _, each := range sum {
		digits += strconv.Itoa(int(each))
	}
	return digits[:length]
}
