using System.Collections;
using System.Text.Json.Nodes;
using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>Runs a checked operation. A field that fails is null and named in <see cref="Errors"/>; its neighbours stand.</summary>
internal sealed class Execution(Selections selections, Inputs inputs, object services)
{
    private readonly List<GraphQLError> _errors = [];
    private readonly List<object> _warnings = [];
    private double _cost;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public IReadOnlyList<object> Warnings => _warnings;

    /// <summary>Points for what came back, at least 1.</summary>
    public int Cost => Math.Max(1, (int)Math.Floor(_cost));

    public JsonObject Run(Operation operation, FieldsType root)
    {
        _cost = operation.Kind == OperationKind.Mutation ? 10 : 0;
        return Object(root, services, operation.Selections, [], 1);
    }

    private JsonObject Object(FieldsType type, object value, IEnumerable<Selection> selected, List<object> path, double weight)
    {
        var result = new JsonObject();
        foreach (var (key, nodes) in selections.FieldsOf(type, selected))
            result[key] = nodes[0].Name == "__typename" ? type.Name : FieldValue(type, value, nodes, [.. path, key], weight);
        return result;
    }

    private JsonNode? FieldValue(FieldsType type, object parent, List<FieldNode> nodes, List<object> path, double weight)
    {
        var field = type.Find(nodes[0].Name)!;
        try
        {
            var call = new FieldCall(services, inputs.Arguments(type.Name, field, nodes[0]), _warnings)
            {
                Directives = nodes[0].Directives.ToDictionary(d => d.Name, inputs.OfDirective),
            };
            return field.Resolve(parent, call) is { } value ? Complete(field, value, nodes, path, weight) : null;
        }
        catch (GraphQLException failed)
        {
            _errors.Add(failed.Error with { Path = path, Location = failed.Error.Location ?? nodes[0].Location });
            return null;
        }
    }

    private JsonNode Complete(Field field, object value, List<FieldNode> nodes, List<object> path, double weight)
    {
        if (field.IsConnection && value is IPage page)
        {
            _cost += 2 * weight;
            return Object((FieldsType)field.Type.Type, value, Selections.Merged(nodes), path, weight * PerNode(page.Count));
        }
        if (!field.Type.IsList)
            return Item(field.Type.Type, value, nodes, path, weight);
        var list = new JsonArray();
        foreach (var item in (IEnumerable)value)
            list.Add(Item(field.Type.Type, item!, nodes, [.. path, list.Count], weight));
        return list;
    }

    private JsonNode Item(GraphType type, object value, List<FieldNode> nodes, List<object> path, double weight)
    {
        if (type is ScalarType scalar)
            return scalar.Write(value);
        if (type is not FieldsType fields)
            return value.ToString()!;
        // What carries a page is paid for with its connection.
        if (value is not (IEdge or PageInfo))
            _cost += weight;
        return Object(fields.Of(value), value, Selections.Merged(nodes), path, weight);
    }

    private static double PerNode(int count) => count == 0 ? 0 : QueryCost.PageSize(count) / count;
}
