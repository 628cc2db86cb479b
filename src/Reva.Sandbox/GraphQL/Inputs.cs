using System.Text.Json;
using Reva.Sandbox.GraphQL.Syntax;

namespace Reva.Sandbox.GraphQL;

/// <summary>Turns literals and variables into the plain values that resolvers get: string, long, double, bool, list, dictionary.</summary>
internal sealed class Inputs(IReadOnlyDictionary<string, object?> variables)
{
    /// <exception cref="GraphQLException">A variable is missing or does not fit its type.</exception>
    public static Inputs ForOperation(Operation operation, JsonElement given)
    {
        var variables = new Dictionary<string, object?>();
        foreach (var definition in operation.Variables)
        {
            if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty(definition.Name, out var json))
                variables[definition.Name] = FromJson(json);
            else if (definition.Default is not null)
                variables[definition.Name] = new Inputs(variables).Plain(definition.Default);
            if (definition.Type is RequiredTypeNode && variables.GetValueOrDefault(definition.Name) is null)
                throw new GraphQLException(GraphQLError.Coded(
                    "INVALID_VARIABLE", $"Variable ${definition.Name} of type {definition.Type} was provided invalid value", definition.Location,
                    ("value", null), ("problems", new[] { new { path = Array.Empty<string>(), explanation = "Expected value to not be null" } })));
        }
        return new Inputs(variables);
    }

    /// <summary>The arguments of a field, checked and with defaults.</summary>
    /// <exception cref="GraphQLException">One is unknown, missing or of the wrong kind.</exception>
    public IReadOnlyDictionary<string, object?> Arguments(string owner, Field field, FieldNode node)
    {
        foreach (var name in node.Arguments.Keys)
            if (!field.Arguments.Any(a => a.Name == name))
                throw new GraphQLException(GraphQLError.Coded(
                    "argumentNotAccepted", $"Field '{field.Name}' doesn't accept argument '{name}'", node.Location,
                    ("name", field.Name), ("typeName", owner), ("argumentName", name)));
        var missing = field.Arguments.Where(a => a.Type.IsRequired && !node.Arguments.ContainsKey(a.Name)).Select(a => a.Name).ToList();
        if (missing.Count > 0)
            throw new GraphQLException(GraphQLError.Coded(
                "missingRequiredArguments", $"Field '{field.Name}' is missing required arguments: {string.Join(", ", missing)}", node.Location,
                ("className", "Field"), ("name", field.Name), ("arguments", string.Join(", ", missing))));
        var values = new Dictionary<string, object?>();
        foreach (var argument in field.Arguments)
        {
            if (node.Arguments.TryGetValue(argument.Name, out var value) && IsGiven(value))
                values[argument.Name] = Coerce(Plain(value), argument, field.Name, node.Location);
            else if (argument.Default is not null)
                values[argument.Name] = argument.Default;
        }
        return values;
    }

    /// <summary>Whether <c>@include</c> and <c>@skip</c> let a selection in.</summary>
    public bool Includes(Selection selection)
    {
        foreach (var directive in selection.Directives.Where(d => d.Name is "include" or "skip"))
        {
            if (!directive.Arguments.TryGetValue("if", out var condition) || Plain(condition) is not bool holds)
                throw new GraphQLException(GraphQLError.Coded(
                    "missingRequiredArguments", $"Directive '{directive.Name}' is missing required arguments: if", directive.Location));
            if (holds != (directive.Name == "include"))
                return false;
        }
        return true;
    }

    /// <summary>The arguments of a directive as they were given.</summary>
    public IReadOnlyDictionary<string, object?> OfDirective(Directive directive) => directive.Arguments.ToDictionary(a => a.Key, a => Plain(a.Value));

    // A variable that was not given counts as an argument that was not written.
    private bool IsGiven(ValueNode value) => value is not VariableValue variable || variables.ContainsKey(variable.Name);

    private object? Plain(ValueNode node) => node switch
    {
        VariableValue v => variables.GetValueOrDefault(v.Name),
        IntValue v => v.Value,
        FloatValue v => v.Value,
        StringValue v => v.Value,
        BooleanValue v => v.Value,
        EnumValue v => new EnumName(v.Value),
        ListValue v => v.Items.Select(Plain).ToList(),
        ObjectValue v => v.Fields.ToDictionary(f => f.Key, f => Plain(f.Value)),
        _ => null,
    };

    private static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(p => p.Name, p => FromJson(p.Value)),
        _ => null,
    };

    private static object? Coerce(object? value, Argument argument, string owner, Location location)
    {
        if (value is null)
            return argument.Type.IsRequired ? throw Misfit(value, argument, owner, location) : null;
        if (!argument.Type.IsList)
            return CoerceItem(value, argument, owner, location);
        return value is List<object?> items
            ? items.Select(i => CoerceItem(i, argument, owner, location)).ToList()
            : new List<object?> { CoerceItem(value, argument, owner, location) };
    }

    private static object? CoerceItem(object? value, Argument argument, string owner, Location location)
    {
        if (value is null)
            throw Misfit(value, argument, owner, location);
        var coerced = argument.Type.Type switch
        {
            EnumType e => NameOf(value) is { } name && e.Accepts(name) ? name : null,
            ScalarType s => s.Accept(value),
            InputType i when value is Dictionary<string, object?> fields => CoerceObject(fields, i, location),
            _ => null,
        };
        return coerced ?? throw Misfit(value, argument, owner, location);
    }

    private static Dictionary<string, object?> CoerceObject(Dictionary<string, object?> given, InputType type, Location location)
    {
        foreach (var name in given.Keys)
            if (!type.Fields.Any(f => f.Name == name))
                throw new GraphQLException(GraphQLError.Coded("argumentNotAccepted", $"InputObject '{type.Name}' doesn't accept argument '{name}'", location));
        var fields = new Dictionary<string, object?>();
        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var value))
                fields[field.Name] = Coerce(value, field, type.Name, location);
            else if (field.Type.IsRequired)
                throw new GraphQLException(GraphQLError.Coded("missingRequiredInputObjectAttribute", $"Argument '{field.Name}' on InputObject '{type.Name}' is required. Expected type {field.Type}", location));
            else if (field.Default is not null)
                fields[field.Name] = field.Default;
        }
        return fields;
    }

    private static GraphQLException Misfit(object? value, Argument argument, string owner, Location location) =>
        new(GraphQLError.Coded(
            "argumentLiteralsIncompatible",
            $"Argument '{argument.Name}' on Field '{owner}' has an invalid value ({Show(value)}). Expected type '{argument.Type}'.", location,
            ("typeName", "Field"), ("argumentName", argument.Name)));

    // A literal names an enum value bare, a variable names it as a string.
    private static string? NameOf(object value) => value is EnumName literal ? literal.Name : value as string;

    private static string Show(object? value) => value is EnumName e ? e.Name : JsonSerializer.Serialize(value);

    private sealed record EnumName(string Name);
}
