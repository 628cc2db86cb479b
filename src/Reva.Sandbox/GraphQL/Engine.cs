using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>A request that passed every check and knows its price.</summary>
internal sealed class PreparedQuery(Operation operation, FieldsType root, Selections selections, Inputs inputs, int cost)
{
    /// <summary>Points to set aside before running.</summary>
    public int RequestedCost => cost;

    public (JsonObject Data, Execution Execution) Run(object services)
    {
        var execution = new Execution(selections, inputs, services);
        return (execution.Run(operation, root), execution);
    }
}

/// <summary>Takes a request apart, checks it and prices it; running it is a second step, since a bucket may say no between the two.</summary>
internal sealed class Engine(GraphSchema schema)
{
    /// <returns>The query to run, or why it cannot.</returns>
    public (PreparedQuery? Query, IReadOnlyList<GraphQLError> Errors) Prepare(string text, string? operationName, JsonElement variables)
    {
        try
        {
            var document = Parser.Parse(text);
            var operation = Choose(document, operationName);
            var root = RootOf(operation);
            var inputs = Inputs.ForOperation(operation, variables);
            var errors = new Validation(schema, document, inputs).Check(operation, root);
            if (errors.Count > 0)
                return (null, errors);
            var selections = new Selections(schema, document, inputs);
            return (new PreparedQuery(operation, root, selections, inputs, new QueryCost(selections, inputs).Of(operation, root)), []);
        }
        catch (GraphQLException refused)
        {
            return (null, [refused.Error]);
        }
    }

    private static Operation Choose(Document document, string? name)
    {
        if (name is null && document.Operations.Count > 1)
            throw new GraphQLException(new GraphQLError("An operation name is required"));
        return name is null
            ? document.Operations[0]
            : document.Operations.FirstOrDefault(o => o.Name == name) ?? throw new GraphQLException(new GraphQLError($"No operation named \"{name}\""));
    }

    private FieldsType RootOf(Operation operation) => operation.Kind switch
    {
        OperationKind.Query => schema.Query,
        OperationKind.Mutation when schema.Mutation is not null => schema.Mutation,
        _ => throw new GraphQLException(new GraphQLError($"Schema is not configured for {operation.Kind.ToString().ToLowerInvariant()}s", operation.Location)),
    };
}
