// Prints what the Bicep files say, as JSON, for FoiPipeline.Tests: parameters, variables, resources, modules, and every place the grammar does not accept.
//   node outline.mjs FILE...
// Literals come out as they are; any other expression as { "$expression": text }, a loop as { "$for": what is repeated, "$over": text }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

const named = node => node.namedChildren.filter(child => child.type !== 'comment');
const only = (node, type) => named(node).find(child => child.type === type);

function text(string) {
    const inside = string.text;
    return inside.startsWith("'''") ? inside.slice(3, -3) : inside.slice(1, -1).replaceAll("\\'", "'");
}

function property(node) {
    const [key, value] = named(node);
    return [key.type === 'string' ? text(key) : key.text, read(value)];
}

function read(node) {
    switch (node?.type) {
        case undefined: return null;
        case 'string': return text(node);
        case 'number': return Number(node.text);
        case 'boolean': return node.text === 'true';
        case 'array': return named(node).map(read);
        case 'object': return Object.fromEntries(named(node).map(property));
        case 'if_statement': return { $if: named(node)[0].text, ...read(named(node).at(-1)) };
        case 'for_statement': {
            const parts = named(node);
            return { $for: read(parts.at(-1)), $over: parts.at(-2).text };
        }
        default: return { $expression: node.text };
    }
}

function faults(node, found = []) {
    if (node.isError || node.isMissing) {
        found.push({ line: node.startPosition.row + 1, column: node.startPosition.column + 1, near: node.text.slice(0, 40) });
    }
    node.children.forEach(child => faults(child, found));
    return found;
}

// Decorators stand before what they decorate, as siblings.
function decorators(node) {
    return node?.type === 'decorators' ? node.text : '';
}

function outline(file, root) {
    const found = { file, faults: faults(root), parameters: [], variables: {}, resources: [], modules: [], outputs: [] };
    let before;
    for (const node of named(root)) {
        const parts = named(node);
        const name = parts[0]?.text;
        if (node.type === 'parameter_declaration') {
            const value = parts.length > 2 ? read(parts[2]) : undefined;
            found.parameters.push({ name, decorators: decorators(before), required: parts.length < 3, value });
        } else if (node.type === 'variable_declaration') {
            found.variables[name] = read(parts.at(-1));
        } else if (node.type === 'resource_declaration') {
            const [type, version] = text(parts[1]).split('@');
            found.resources.push({ name, type, version, existing: node.children.some(child => child.text === 'existing'), body: read(parts.at(-1)) });
        } else if (node.type === 'module_declaration') {
            found.modules.push({ name, path: text(parts[1]), body: read(parts.at(-1)) });
        } else if (node.type === 'output_declaration') {
            found.outputs.push({ name, value: read(parts.at(-1)) });
        }
        before = node;
    }
    return found;
}

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));
const outlines = process.argv.slice(2).map(file => {
    // The grammar knows the assignments of a parameters file only as variables.
    const source = readFileSync(file, 'utf8');
    return outline(file, parser.parse(file.endsWith('.bicepparam') ? source.replaceAll(/^param /gm, 'var ') : source).rootNode);
});
process.stdout.write(JSON.stringify(outlines));
