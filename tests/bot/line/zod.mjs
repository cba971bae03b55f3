// Every message on the standard input is held against LINE's own schema of Flex; what it refuses, or would drop, is told.
const [, , schema] = process.argv;
const { flexMessageSchema } = await import(schema);
let text = "";
for await (const piece of process.stdin) text += piece;

function dropped(given, kept, path) {
  if (given === null || typeof given !== "object") return [];
  return Object.keys(given).flatMap((key) =>
    kept === undefined || kept === null || !(key in kept) ? [`${path}.${key}`] : dropped(given[key], kept[key], `${path}.${key}`));
}

const wrong = [];
for (const message of JSON.parse(text)) {
  const { by, ...flex } = message;
  const { altText, ...rest } = flex;
  const result = flexMessageSchema.safeParse({ altText, ...rest });
  if (!result.success) wrong.push(`${altText}: ${JSON.stringify(result.error.issues.slice(0, 2))}`);
  else wrong.push(...dropped(flex, result.data, altText.slice(0, 40)));
}
console.log(JSON.stringify(wrong));
