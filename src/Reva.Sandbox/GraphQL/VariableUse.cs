using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>Finds the variables that an operation uses, through its fragments.</summary>
internal sealed class VariableUse
{
    private readonly Document _document;
    private readonly HashSet<string> _seen = [];
    private readonly List<VariableValue> _found = [];

    private VariableUse(Document document) => _document = document;

    public static IReadOnlyList<VariableValue> In(Operation operation, Document document)
    {
        var use = new VariableUse(document);
        use.Visit(operation.Selections);
        return use._found;
    }

    private void Visit(IEnumerable<Selection> selections)
    {
        foreach (var selection in selections)
        {
            foreach (var directive in selection.Directives)
                Visit(directive.Arguments.Values);
            if (selection is FieldNode field)
            {
                Visit(field.Arguments.Values);
                Visit(field.Selections);
            }
            else if (selection is InlineFragment inline)
            {
                Visit(inline.Selections);
            }
            else if (selection is FragmentSpread spread && _seen.Add(spread.Name) && _document.Fragments.TryGetValue(spread.Name, out var fragment))
            {
                Visit(fragment.Selections);
            }
        }
    }

    private void Visit(IEnumerable<ValueNode> values)
    {
        foreach (var value in values)
        {
            if (value is VariableValue variable)
                _found.Add(variable);
            else if (value is ListValue list)
                Visit(list.Items);
            else if (value is ObjectValue fields)
                Visit(fields.Fields.Values);
        }
    }
}
