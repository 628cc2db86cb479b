using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>Finds the fields that a selection asks of one object type, with fragments opened and directives obeyed.</summary>
internal sealed class Selections(GraphSchema schema, Document document, Inputs inputs)
{
    /// <summary>Fields by the key they answer under, in the order in which they were asked for.</summary>
    public OrderedDictionary<string, List<FieldNode>> FieldsOf(FieldsType type, IEnumerable<Selection> selections)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>();
        Collect(type, selections, fields, []);
        return fields;
    }

    /// <summary>What the fields under one key select together.</summary>
    public static IEnumerable<Selection> Merged(IEnumerable<FieldNode> nodes) => nodes.SelectMany(n => n.Selections);

    private void Collect(FieldsType type, IEnumerable<Selection> selections, OrderedDictionary<string, List<FieldNode>> fields, HashSet<string> open)
    {
        foreach (var selection in selections.Where(inputs.Includes))
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!fields.TryGetValue(field.Key, out var same))
                        fields[field.Key] = same = [];
                    same.Add(field);
                    break;
                case InlineFragment inline when Applies(type, inline.On):
                    Collect(type, inline.Selections, fields, open);
                    break;
                case FragmentSpread spread when document.Fragments[spread.Name] is var fragment && Applies(type, fragment.On) && open.Add(spread.Name):
                    Collect(type, fragment.Selections, fields, open);
                    open.Remove(spread.Name);
                    break;
            }
        }
    }

    private bool Applies(FieldsType type, string? on) =>
        on is null || type.Is(on) || (schema.Types.TryGetValue(on, out var condition) && condition == type);
}
