using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.Tests.Parts;

/// <summary>Selections as anybody could write them.</summary>
internal static class RandomDocuments
{
    private static readonly Gen<string> Name = Gen.Elements("id", "title", "on", "query", "a1", "_x", "nodes", "fragment");

    public static Gen<IReadOnlyList<Selection>> Selections { get; } = Gen.Sized(size => List(Math.Min(size, 12)));

    private static Gen<IReadOnlyList<Selection>> List(int size) =>
        from count in Gen.Choose(1, 3)
        from items in Gen.ArrayOf(One(size / 2), count)
        select (IReadOnlyList<Selection>)items;

    private static Gen<Selection> One(int size) => Gen.Frequency((5, Field(size)), (1, Spread()), (1, Inline(size)));

    private static Gen<Selection> Field(int size) =>
        from alias in Gen.OneOf(Gen.Constant<string?>(null), Name.Select(n => (string?)n))
        from name in Name
        from arguments in Gen.ArrayOf(Value(size), size > 2 ? 2 : 0)
        from children in size <= 1 ? Gen.Constant<IReadOnlyList<Selection>>([]) : Gen.OneOf(Gen.Constant<IReadOnlyList<Selection>>([]), List(size))
        select (Selection)new FieldNode(alias, name, arguments.Select((v, i) => ($"arg{i}", v)).ToDictionary(a => a.Item1, a => a.v), [], children, default);

    private static Gen<Selection> Spread() =>
        from name in Gen.Elements("Parts", "More")
        select (Selection)new FragmentSpread(name, [], default);

    private static Gen<Selection> Inline(int size) =>
        from type in Gen.Elements("Product", "Order")
        from children in size <= 1 ? Gen.Constant<IReadOnlyList<Selection>>([new FieldNode(null, "id", new Dictionary<string, ValueNode>(), [], [], default)]) : List(size)
        select (Selection)new InlineFragment(type, [], children, default);

    private static Gen<ValueNode> Value(int size)
    {
        var leaf = Gen.OneOf(
            ArbMap.Default.GeneratorFor<long>().Select(n => (ValueNode)new IntValue(n)),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => (ValueNode)new StringValue(s.Get)),
            Gen.Elements<ValueNode>(new BooleanValue(true), new NullValue(), new EnumValue("TITLE"), new VariableValue("v", default), new FloatValue(0.5)));
        return size <= 1 ? leaf : Gen.OneOf(leaf, Gen.ArrayOf(Value(size / 2), 2).Select(v => (ValueNode)new ListValue(v)),
            Value(size / 2).Select(v => (ValueNode)new ObjectValue(new Dictionary<string, ValueNode> { ["field"] = v })));
    }
}

/// <summary>Writes a document down.</summary>
internal static class Printed
{
    public static string Document(IReadOnlyList<Selection> selections) => Block(selections);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        return quoted.Append('"').ToString();
    }

    private static string Block(IReadOnlyList<Selection> selections) => "{ " + string.Join(' ', selections.Select(One)) + " }";

    private static string One(Selection selection) => selection switch
    {
        FieldNode f => (f.Alias is null ? "" : f.Alias + ": ") + f.Name + Arguments(f.Arguments) + (f.Selections.Count == 0 ? "" : " " + Block(f.Selections)),
        FragmentSpread s => "... " + s.Name,
        InlineFragment i => $"... on {i.On} {Block(i.Selections)}",
        _ => throw new ArgumentException(selection.ToString(), nameof(selection)),
    };

    private static string Arguments(IReadOnlyDictionary<string, ValueNode> arguments) =>
        arguments.Count == 0 ? "" : "( " + string.Join(' ', arguments.Select(a => $"{a.Key}: {Value(a.Value)}")) + " )";

    private static string Value(ValueNode value) => value switch
    {
        IntValue v => v.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue v => v.Value.ToString("0.0###", CultureInfo.InvariantCulture),
        StringValue v => Quoted(v.Value),
        BooleanValue v => v.Value ? "true" : "false",
        EnumValue v => v.Value,
        VariableValue v => "$" + v.Name,
        ListValue v => "[ " + string.Join(' ', v.Items.Select(Value)) + " ]",
        ObjectValue v => "{ " + string.Join(' ', v.Fields.Select(f => $"{f.Key}: {Value(f.Value)}")) + " }",
        _ => "null",
    };
}
