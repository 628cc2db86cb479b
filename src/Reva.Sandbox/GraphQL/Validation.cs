using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>Checks a whole operation before any of it runs, and collects everything that is wrong with it.</summary>
internal sealed class Validation(GraphSchema schema, Document document, Inputs inputs)
{
    private readonly List<GraphQLError> _errors = [];

    /// <returns>All errors; none when the operation may run.</returns>
    public IReadOnlyList<GraphQLError> Check(Operation operation, FieldsType root)
    {
        CheckVariables(operation);
        CheckSelections(root, operation.Selections, [operation.Name is null ? operation.Kind.ToString().ToLowerInvariant() : $"{operation.Kind.ToString().ToLowerInvariant()} {operation.Name}"], []);
        return _errors;
    }

    private void CheckVariables(Operation operation)
    {
        var declared = operation.Variables.Select(v => v.Name).ToHashSet();
        var used = VariableUse.In(operation, document);
        foreach (var variable in used.Where(v => !declared.Contains(v.Name)))
            _errors.Add(GraphQLError.Coded(
                "variableNotDefined", $"Variable ${variable.Name} is used by {operation.Name ?? "anonymous query"} but not declared", variable.Location,
                ("variableName", variable.Name)));
        foreach (var unused in operation.Variables.Where(v => !used.Any(u => u.Name == v.Name)))
            _errors.Add(GraphQLError.Coded(
                "variableNotUsed", $"Variable ${unused.Name} is declared by {operation.Name ?? "anonymous query"} but not used", unused.Location,
                ("variableName", unused.Name)));
    }

    private void CheckSelections(FieldsType type, IEnumerable<Selection> selections, IReadOnlyList<object> path, HashSet<string> open)
    {
        CheckConflicts(selections);
        foreach (var selection in selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    CheckField(type, field, [.. path, field.Key], open);
                    break;
                case InlineFragment inline:
                    CheckFragment(inline.On, type, inline.Selections, inline.Location, [.. path, $"... on {inline.On ?? type.Name}"], open);
                    break;
                case FragmentSpread spread:
                    CheckSpread(type, spread, path, open);
                    break;
            }
        }
    }

    // Fields under one key are answered together, so they must ask for the same thing.
    private void CheckConflicts(IEnumerable<Selection> selections)
    {
        foreach (var same in selections.OfType<FieldNode>().GroupBy(f => f.Key))
            if (same.FirstOrDefault(f => f.Name != same.First().Name || !SameArguments(f, same.First())) is { } other)
                _errors.Add(GraphQLError.Coded(
                    "fieldConflict", $"Field '{same.Key}' has a field conflict: {same.First().Name} or {other.Name} with other arguments?", other.Location,
                    ("fieldName", same.Key)));
    }

    private static bool SameArguments(FieldNode a, FieldNode b) =>
        a.Arguments.Count == b.Arguments.Count && a.Arguments.All(x => b.Arguments.TryGetValue(x.Key, out var y) && SameValue(x.Value, y));

    private static bool SameValue(ValueNode a, ValueNode b) => (a, b) switch
    {
        (VariableValue x, VariableValue y) => x.Name == y.Name,
        (ListValue x, ListValue y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => SameValue(p.First, p.Second)),
        (ObjectValue x, ObjectValue y) => x.Fields.Count == y.Fields.Count && x.Fields.All(f => y.Fields.TryGetValue(f.Key, out var other) && SameValue(f.Value, other)),
        _ => a.Equals(b),
    };

    private void CheckSpread(FieldsType type, FragmentSpread spread, IReadOnlyList<object> path, HashSet<string> open)
    {
        if (!document.Fragments.TryGetValue(spread.Name, out var fragment))
            _errors.Add(GraphQLError.Coded("useAndDefineFragment", $"Fragment {spread.Name} was used, but not defined", spread.Location, ("fragmentName", spread.Name)));
        else if (!open.Add(spread.Name))
            _errors.Add(GraphQLError.Coded("infiniteLoop", $"Fragment {spread.Name} contains an infinite loop", spread.Location, ("fragmentName", spread.Name)));
        else
        {
            CheckFragment(fragment.On, type, fragment.Selections, fragment.Location, [.. path, $"fragment {spread.Name}"], open);
            open.Remove(spread.Name);
        }
    }

    private void CheckFragment(
        string? on, FieldsType parent, IReadOnlyList<Selection> selections, Location location, IReadOnlyList<object> path, HashSet<string> open)
    {
        if (on is null || on == parent.Name)
            CheckSelections(parent, selections, path, open);
        else if (schema.Types.TryGetValue(on, out var type))
            CheckSelections(type, selections, path, open);
        else
            _errors.Add(GraphQLError.Coded("undefinedType", $"No such type {on}, so it can't be a fragment condition", location, ("typeName", on)));
    }

    private void CheckField(FieldsType type, FieldNode node, IReadOnlyList<object> path, HashSet<string> open)
    {
        if (node.Name == "__typename")
            return;
        if (type.Find(node.Name) is not { } field)
        {
            _errors.Add(GraphQLError.Coded(
                "undefinedField", $"Field '{node.Name}' doesn't exist on type '{type.Name}'", node.Location, ("typeName", type.Name), ("fieldName", node.Name)) with { Path = path });
            return;
        }
        CheckArguments(type, field, node, path);
        if (field.Type.Type is FieldsType child)
        {
            if (node.Selections.Count == 0)
                _errors.Add(GraphQLError.Coded(
                    "selectionMismatch", $"Field must have selections (field '{node.Name}' returns {child.Name} but has no selections. Did you mean '{node.Name} {{ ... }}'?)", node.Location,
                    ("nodeName", $"field '{node.Name}'"), ("typeName", child.Name)) with { Path = path });
            CheckSelections(child, node.Selections, path, open);
        }
        else if (node.Selections.Count > 0)
        {
            _errors.Add(GraphQLError.Coded(
                "selectionMismatch", $"Selections can't be made on scalars (field '{node.Name}' returns {field.Type.Type.Name} but has selections)", node.Location,
                ("nodeName", $"field '{node.Name}'"), ("typeName", field.Type.Type.Name)) with { Path = path });
        }
    }

    private void CheckArguments(FieldsType type, Field field, FieldNode node, IReadOnlyList<object> path)
    {
        try
        {
            inputs.Arguments(type.Name, field, node);
        }
        catch (GraphQLException wrong)
        {
            _errors.Add(wrong.Error with { Path = path });
        }
    }
}
