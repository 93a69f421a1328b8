package main

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

func policyDocument() *schema.Resource {
	blocks := func(of schema.ValueType, attributes map[string]*schema.Schema) *schema.Schema {
		return &schema.Schema{Type: of, Optional: true, Elem: &schema.Resource{Schema: attributes}}
	}
	required := func(of *schema.Schema) *schema.Schema {
		of.Optional, of.Required = false, true
		return of
	}
	principals := func() *schema.Schema {
		return blocks(schema.TypeSet, map[string]*schema.Schema{
			"type":        required(optional(schema.TypeString)),
			"identifiers": required(listOf(schema.TypeSet)),
		})
	}
	return data(map[string]*schema.Schema{
		"json":                      computed(),
		"minified_json":             computed(),
		"override_policy_documents": listOf(schema.TypeList),
		"source_policy_documents":   listOf(schema.TypeList),
		"policy_id":                 optional(schema.TypeString),
		"version":                   {Type: schema.TypeString, Optional: true, Default: "2012-10-17"},
		"statement": blocks(schema.TypeList, map[string]*schema.Schema{
			"sid":            optional(schema.TypeString),
			"effect":         {Type: schema.TypeString, Optional: true, Default: "Allow"},
			"actions":        listOf(schema.TypeSet),
			"not_actions":    listOf(schema.TypeSet),
			"resources":      listOf(schema.TypeSet),
			"not_resources":  listOf(schema.TypeSet),
			"principals":     principals(),
			"not_principals": principals(),
			"condition": blocks(schema.TypeSet, map[string]*schema.Schema{
				"test":     required(optional(schema.TypeString)),
				"variable": required(optional(schema.TypeString)),
				"values":   required(listOf(schema.TypeList)),
			}),
		}),
	}, func(d *schema.ResourceData, _ any) error {
		policy, err := render(d)
		if err != nil {
			return err
		}
		pretty, err := json.MarshalIndent(policy, "", "  ")
		if err != nil {
			return err
		}
		small, err := json.Marshal(policy)
		if err != nil {
			return err
		}
		d.SetId(number(string(small), 10))
		if err := d.Set("minified_json", string(small)); err != nil {
			return err
		}
		return d.Set("json", string(pretty))
	})
}

type object = map[string]any

// In the order in which the provider writes them.
type policy struct {
	Version   string
	Id        string `json:",omitempty"`
	Statement []statement
}

type statement struct {
	Sid          string `json:",omitempty"`
	Effect       string
	Action       any `json:",omitempty"`
	NotAction    any `json:",omitempty"`
	Resource     any `json:",omitempty"`
	NotResource  any `json:",omitempty"`
	Principal    any `json:",omitempty"`
	NotPrincipal any `json:",omitempty"`
	Condition    any `json:",omitempty"`
}

// render leaves out what no scene uses: overrides, Sids that are there already, blocks that name the same thing twice.
func render(d *schema.ResourceData) (policy, error) {
	rendered := policy{Version: d.Get("version").(string), Id: d.Get("policy_id").(string)}
	for _, text := range d.Get("source_policy_documents").([]any) {
		var source policy
		if err := json.Unmarshal([]byte(text.(string)), &source); err != nil {
			return rendered, err
		}
		rendered.Statement = append(rendered.Statement, source.Statement...)
	}
	for _, each := range d.Get("statement").([]any) {
		block := each.(object)
		rendered.Statement = append(rendered.Statement, statement{
			Sid:          block["sid"].(string),
			Effect:       block["effect"].(string),
			Action:       words(block["actions"]),
			NotAction:    words(block["not_actions"]),
			Resource:     words(block["resources"]),
			NotResource:  words(block["not_resources"]),
			Principal:    renderPrincipals(block["principals"].(*schema.Set)),
			NotPrincipal: renderPrincipals(block["not_principals"].(*schema.Set)),
			Condition:    renderConditions(block["condition"].(*schema.Set)),
		})
	}
	return rendered, nil
}

func renderPrincipals(blocks *schema.Set) any {
	if blocks.Len() == 0 {
		return nil
	}
	byType := object{}
	for _, each := range blocks.List() {
		block := each.(object)
		byType[block["type"].(string)] = words(block["identifiers"])
	}
	if all, found := byType["*"]; found && len(byType) == 1 && all == "*" {
		return "*"
	}
	return byType
}

func renderConditions(blocks *schema.Set) any {
	if blocks.Len() == 0 {
		return nil
	}
	byTest := map[string]object{}
	for _, each := range blocks.List() {
		block := each.(object)
		test := block["test"].(string)
		if byTest[test] == nil {
			byTest[test] = object{}
		}
		byTest[test][block["variable"].(string)] = words(block["values"])
	}
	return byTest
}

// words gives one as itself, several as a list; those of a set come in reverse order.
func words(given any) any {
	list, isList := given.([]any)
	if set, isSet := given.(*schema.Set); isSet {
		list = set.List()
	}
	texts := make([]string, len(list))
	for index, each := range list {
		texts[index] = strings.ReplaceAll(each.(string), "&{", "${")
	}
	if !isList {
		slices.Sort(texts)
		slices.Reverse(texts)
	}
	switch len(texts) {
	case 0:
		return nil
	case 1:
		return texts[0]
	}
	return texts
}
