"use strict";
export const validate = validate98;
const schema112 = {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Metadata.Unconfused","description":"What a CloudFormation resource says about itself, or a template about all of its resources.","type":"object","additionalProperties":false,"properties":{"vendor":{"title":"text","description":"the name of a vendor of unconfused.yaml: an account that deployment decides here is one of its accounts","type":"string","pattern":"\\S"},"tenancy":{"description":"how to treat a third party of which nobody else says it: single, its account serves you alone; multi, it serves many customers","enum":["single","multi"]},"ignore":{"$comment":"An entry that is wrong suppresses nothing, which unused-ignore says of it.","description":"findings that are accepted: a list of rule, reason and, if it is to end, until"}}};
const pattern6 = new RegExp("\\S", "u");

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate98.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "vendor") || (key0 === "tenancy")) || (key0 === "ignore"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},schema:false,parentSchema:schema112,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.vendor !== undefined){
let data0 = data.vendor;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err1 = {instancePath:instancePath+"/vendor",schemaPath:"#/properties/vendor/pattern",keyword:"pattern",params:{pattern: "\\S"},schema:"\\S",parentSchema:schema112.properties.vendor,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/vendor",schemaPath:"#/properties/vendor/type",keyword:"type",params:{type: "string"},schema:schema112.properties.vendor.type,parentSchema:schema112.properties.vendor,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.tenancy !== undefined){
let data1 = data.tenancy;
if(!((data1 === "single") || (data1 === "multi"))){
const err3 = {instancePath:instancePath+"/tenancy",schemaPath:"#/properties/tenancy/enum",keyword:"enum",params:{allowedValues: schema112.properties.tenancy.enum},schema:schema112.properties.tenancy.enum,parentSchema:schema112.properties.tenancy,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},schema:schema112.type,parentSchema:schema112,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate98.errors = vErrors;
return errors === 0;
}
validate98.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
