using System.Globalization;
using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>
/// The price of a query before it runs: a leaf is free, an object costs 1, a mutation 10, a connection 2 and what its page is sized to.
/// </summary>
internal sealed class QueryCost(Selections selections, Inputs inputs)
{
    /// <summary>Points for the whole operation.</summary>
    public int Of(Operation operation, FieldsType root) =>
        (operation.Kind == OperationKind.Mutation ? 10 : 0) + Math.Max(1, (int)Math.Floor(OfSelection(root, operation.Selections)));

    /// <summary>How many nodes a page of a given size counts for.</summary>
    // Shopify charges pages less than in proportion: 250 variants with one object each are quoted at 24 points.
    public static double PageSize(long size) => Math.Max(Math.Min(size, 1), Math.Min(size, 2 * Math.Log(Math.Max(1, size))));

    private double OfSelection(FieldsType type, IEnumerable<Selection> selected)
    {
        var total = 0.0;
        foreach (var (_, nodes) in selections.FieldsOf(type, selected))
            if (type.Find(nodes[0].Name) is { Type.Type: FieldsType child } field)
                total += OfField(type, field, child, nodes);
        return total;
    }

    private double OfField(FieldsType owner, Field field, FieldsType child, List<FieldNode> nodes)
    {
        if (!field.IsConnection)
            return 1 + OfSelection(child, Selections.Merged(nodes));
        var arguments = inputs.Arguments(owner.Name, field, nodes[0]);
        var size = Convert.ToInt64(arguments.GetValueOrDefault("first") ?? arguments.GetValueOrDefault("last") ?? 0L, CultureInfo.InvariantCulture);
        return 2 + PageSize(size) * Math.Max(1, OfNodes(child, Selections.Merged(nodes)));
    }

    // Edges and the page's own data are part of the connection's two points.
    private double OfNodes(FieldsType connection, IEnumerable<Selection> selected)
    {
        var most = 0.0;
        foreach (var (_, nodes) in selections.FieldsOf(connection, selected))
        {
            if (connection.Find(nodes[0].Name) is not { Type.Type: FieldsType child })
                continue;
            if (nodes[0].Name == "nodes")
                most = Math.Max(most, 1 + OfSelection(child, Selections.Merged(nodes)));
            else if (nodes[0].Name == "edges")
                most = Math.Max(most, OfSelection(child, Selections.Merged(nodes)));
        }
        return most;
    }
}
