// A lint rule: how long a function is, not counting the functions written inside it. A factory that returns a list of
// short functions (a store, a feature's handlers) is a list, not a story; each function in it is measured by itself.
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

const linesOf = (node) => node.loc.end.line - node.loc.start.line + 1;

const ownLines = {
  meta: {
    type: 'suggestion',
    schema: [
      { type: 'object', properties: { max: { type: 'integer', minimum: 1 } }, additionalProperties: false },
    ],
    messages: { long: 'This function has {{lines}} lines of its own; stop at {{max}} and split it.' },
  },
  create(context) {
    const max = context.options[0]?.max ?? 60;
    const stack = [];
    const enter = () => stack.push(0);
    const leave = (node) => {
      const nested = stack.pop();
      const lines = linesOf(node) - nested;
      if (lines > max) context.report({ node, messageId: 'long', data: { lines, max } });
      if (stack.length > 0) stack[stack.length - 1] += linesOf(node);
    };
    return Object.fromEntries(
      [...FUNCTIONS].flatMap((type) => [
        [type, enter],
        [`${type}:exit`, leave],
      ]),
    );
  },
};

export default { meta: { name: 'house' }, rules: { 'own-lines': ownLines } };
