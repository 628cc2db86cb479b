namespace Reva.Sandbox.GraphQL.Syntax;

/// <summary>A parsed document: its operations in order, its fragments by name.</summary>
internal sealed record Document(IReadOnlyList<Operation> Operations, IReadOnlyDictionary<string, Fragment> Fragments);

internal enum OperationKind { Query, Mutation, Subscription }

internal sealed record Operation(
    OperationKind Kind, string? Name, IReadOnlyList<VariableDefinition> Variables, IReadOnlyList<Selection> Selections, Location Location);

internal sealed record VariableDefinition(string Name, TypeNode Type, ValueNode? Default, Location Location);

internal sealed record Fragment(string Name, string On, IReadOnlyList<Selection> Selections, Location Location);

internal abstract record Selection(IReadOnlyList<Directive> Directives, Location Location);

internal sealed record FieldNode(
    string? Alias, string Name, IReadOnlyDictionary<string, ValueNode> Arguments, IReadOnlyList<Directive> Directives,
    IReadOnlyList<Selection> Selections, Location Location) : Selection(Directives, Location)
{
    public string Key => Alias ?? Name;
}

internal sealed record FragmentSpread(string Name, IReadOnlyList<Directive> Directives, Location Location) : Selection(Directives, Location);

internal sealed record InlineFragment(
    string? On, IReadOnlyList<Directive> Directives, IReadOnlyList<Selection> Selections, Location Location) : Selection(Directives, Location);

internal sealed record Directive(string Name, IReadOnlyDictionary<string, ValueNode> Arguments, Location Location);

internal abstract record TypeNode;
internal sealed record NamedTypeNode(string Name) : TypeNode { public override string ToString() => Name; }
internal sealed record ListTypeNode(TypeNode Of) : TypeNode { public override string ToString() => $"[{Of}]"; }
internal sealed record RequiredTypeNode(TypeNode Of) : TypeNode { public override string ToString() => $"{Of}!"; }

internal abstract record ValueNode;
internal sealed record VariableValue(string Name, Location Location) : ValueNode;
internal sealed record IntValue(long Value) : ValueNode;
internal sealed record FloatValue(double Value) : ValueNode;
internal sealed record StringValue(string Value) : ValueNode;
internal sealed record BooleanValue(bool Value) : ValueNode;
internal sealed record NullValue : ValueNode;
internal sealed record EnumValue(string Value) : ValueNode;
internal sealed record ListValue(IReadOnlyList<ValueNode> Items) : ValueNode;
internal sealed record ObjectValue(IReadOnlyDictionary<string, ValueNode> Fields) : ValueNode;
