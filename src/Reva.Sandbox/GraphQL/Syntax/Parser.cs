using System.Globalization;

namespace Reva.Sandbox.GraphQL.Syntax;

/// <summary>Reads an executable GraphQL document (October 2021 edition: operations and fragments, no type definitions).</summary>
internal sealed class Parser
{
    // Deep enough for any real query, shallow enough that a hostile one cannot overflow the stack.
    private const int DeepestNesting = 64;

    private readonly Lexer _lexer;
    private Token _token;
    private int _depth;

    private Parser(string text)
    {
        _lexer = new Lexer(text);
        _token = _lexer.Next();
    }

    /// <exception cref="GraphQLException">The text is no document; the message says where.</exception>
    public static Document Parse(string text) => new Parser(text).Document();

    private Document Document()
    {
        var operations = new List<Operation>();
        var fragments = new Dictionary<string, Fragment>();
        while (_token.Kind != TokenKind.End)
        {
            if (!Is("fragment"))
                operations.Add(Operation());
            else if (Fragment() is var fragment && !fragments.TryAdd(fragment.Name, fragment))
                throw new GraphQLException(GraphQLError.Coded("fragmentNotUnique", $"Fragment name \"{fragment.Name}\" must be unique", fragment.Location));
        }
        return operations.Count > 0 ? new Document(operations, fragments) : throw Unexpected("an operation");
    }

    private Operation Operation()
    {
        var location = _token.Location;
        if (Is("{"))
            return new Operation(OperationKind.Query, null, [], Selections(), location);
        var kind = Name() switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            var other => throw new GraphQLException(new GraphQLError($"syntax error, unexpected \"{other}\"", location)),
        };
        var name = _token.Kind == TokenKind.Name ? Name() : null;
        var variables = Is("(") ? Many("(", VariableDefinition, ")") : [];
        Directives();
        return new Operation(kind, name, variables, Selections(), location);
    }

    private VariableDefinition VariableDefinition()
    {
        var location = _token.Location;
        Expect("$");
        var name = Name();
        Expect(":");
        var type = Type();
        var value = Accept("=") ? Value() : null;
        Directives();
        return new VariableDefinition(name, type, value, location);
    }

    private TypeNode Type()
    {
        TypeNode type;
        if (Accept("["))
        {
            using var _ = Deeper();
            type = new ListTypeNode(Type());
            Expect("]");
        }
        else
        {
            type = new NamedTypeNode(Name());
        }
        return Accept("!") ? new RequiredTypeNode(type) : type;
    }

    private Fragment Fragment()
    {
        var location = _token.Location;
        Expect("fragment");
        var name = Name();
        Expect("on");
        var on = Name();
        Directives();
        return new Fragment(name, on, Selections(), location);
    }

    private List<Selection> Selections()
    {
        using var _ = Deeper();
        return Many("{", Selection, "}");
    }

    private Selection Selection()
    {
        var location = _token.Location;
        if (!Accept("..."))
            return Field(location);
        if (_token.Kind == TokenKind.Name && !Is("on"))
            return new FragmentSpread(Name(), Directives(), location);
        var on = Accept("on") ? Name() : null;
        return new InlineFragment(on, Directives(), Selections(), location);
    }

    private FieldNode Field(Location location)
    {
        var name = Name();
        var alias = Accept(":") ? name : null;
        if (alias is not null)
            name = Name();
        return new FieldNode(alias, name, Arguments(), Directives(), Is("{") ? Selections() : [], location);
    }

    private List<Directive> Directives()
    {
        var directives = new List<Directive>();
        while (_token.Location is var location && Accept("@"))
            directives.Add(new Directive(Name(), Arguments(), location));
        return directives;
    }

    private Dictionary<string, ValueNode> Arguments() =>
        Is("(") ? Unique(Many("(", NamedValue, ")")) : [];

    private (string, ValueNode) NamedValue()
    {
        var name = Name();
        Expect(":");
        return (name, Value());
    }

    private ValueNode Value()
    {
        using var _ = Deeper();
        var token = _token;
        if (Accept("$"))
            return new VariableValue(Name(), token.Location);
        if (Accept("["))
        {
            var items = new List<ValueNode>();
            while (!Accept("]"))
                items.Add(Value());
            return new ListValue(items);
        }
        if (Accept("{"))
        {
            var fields = new List<(string, ValueNode)>();
            while (!Accept("}"))
                fields.Add(NamedValue());
            return new ObjectValue(Unique(fields));
        }
        if (token.Kind is TokenKind.Punctuator or TokenKind.End)
            throw Unexpected("a value");
        _token = _lexer.Next();
        return Literal(token);
    }

    private static ValueNode Literal(Token token) => token.Kind switch
    {
        TokenKind.Int => new IntValue(long.Parse(token.Text, CultureInfo.InvariantCulture)),
        TokenKind.Float => new FloatValue(double.Parse(token.Text, CultureInfo.InvariantCulture)),
        TokenKind.String => new StringValue(token.Text),
        _ => token.Text switch
        {
            "true" => new BooleanValue(true),
            "false" => new BooleanValue(false),
            "null" => new NullValue(),
            var name => new EnumValue(name),
        },
    };

    private Dictionary<string, ValueNode> Unique(List<(string Name, ValueNode Value)> pairs)
    {
        var unique = new Dictionary<string, ValueNode>();
        foreach (var (name, value) in pairs)
            if (!unique.TryAdd(name, value))
                throw new GraphQLException(new GraphQLError($"There can be only one argument named \"{name}\"", _token.Location));
        return unique;
    }

    private List<T> Many<T>(string open, Func<T> item, string close)
    {
        Expect(open);
        var items = new List<T>();
        do
            items.Add(item());
        while (!Accept(close));
        return items;
    }

    private string Name()
    {
        if (_token.Kind != TokenKind.Name)
            throw Unexpected("a name");
        var name = _token.Text;
        _token = _lexer.Next();
        return name;
    }

    private bool Is(string text) => _token.Kind is TokenKind.Punctuator or TokenKind.Name && _token.Text == text;

    private bool Accept(string text)
    {
        if (!Is(text))
            return false;
        _token = _lexer.Next();
        return true;
    }

    private void Expect(string text)
    {
        if (!Accept(text))
            throw Unexpected($"\"{text}\"");
    }

    private Nesting Deeper() =>
        ++_depth <= DeepestNesting ? new Nesting(this) : throw new GraphQLException(new GraphQLError("Query is nested too deeply", _token.Location));

    private GraphQLException Unexpected(string expected) => new(new GraphQLError(
        _token.Kind == TokenKind.End
            ? $"syntax error, unexpected end of file, expecting {expected}"
            : $"syntax error, unexpected \"{_token.Text}\" at [{_token.Location.Line}, {_token.Location.Column}], expecting {expected}",
        _token.Location));

    private readonly struct Nesting(Parser parser) : IDisposable
    {
        public void Dispose() => parser._depth--;
    }
}
