// AWS's own validator of the Amazon States Language, over every definition. Fails at any diagnostic.
import { readFileSync } from 'node:fs'
import service from 'amazon-states-language-service'
import { TextDocument } from 'vscode-languageserver-textdocument'

const asl = service.getLanguageService({})
let found = 0
for (const file of process.argv.slice(2)) {
  const document = TextDocument.create(`file:///${file}`, 'asl', 1, readFileSync(file, 'utf8'))
  const diagnostics = await asl.doValidation(document, asl.parseJSONDocument(document))
  for (const each of diagnostics) {
    console.error(`${file}:${each.range.start.line + 1}: ${each.message}`)
  }
  found += diagnostics.length
}
console.log(`amazon-states-language-service: ${process.argv.length - 2} definitions, ${found} diagnostics`)
process.exit(found === 0 ? 0 : 1)
