namespace Reva.Sandbox.GraphQL;

/// <summary>What a resolver sees besides its parent object.</summary>
/// <param name="Services">The state behind the schema.</param>
/// <param name="Arguments">Coerced arguments; one that was not given and has no default is missing.</param>
/// <param name="Warnings">Remarks that go into <c>extensions</c> of the answer.</param>
internal sealed record FieldCall(object Services, IReadOnlyDictionary<string, object?> Arguments, IList<object> Warnings)
{
    /// <summary>Arguments of the directives on the field, by directive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Directives { get; init; } = None;

    private static readonly Dictionary<string, IReadOnlyDictionary<string, object?>> None = [];

    public T? Get<T>(string name) => Arguments.TryGetValue(name, out var value) && value is T typed ? typed : default;
}

/// <summary>A field: how it is asked for, what it costs, how its value is found.</summary>
internal sealed record Field(string Name, TypeUse Type, IReadOnlyList<Argument> Arguments, Func<object, FieldCall, object?> Resolve)
{
    /// <summary>Whether <c>first</c> and <c>last</c> size this field's cost.</summary>
    public bool IsConnection { get; init; }
}

/// <summary>A type with fields: an object, or an abstract type that stands for several.</summary>
internal abstract class FieldsType(string name) : GraphType(name)
{
    private readonly Dictionary<string, Field> _fields = [];
    private readonly HashSet<string> _interfaces = [name];

    public override bool HasFields => true;

    public Field? Find(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Whether a fragment on <paramref name="typeName"/> can apply to an object of this type.</summary>
    public bool Is(string typeName) => _interfaces.Contains(typeName);

    /// <summary>The object type of a value.</summary>
    public abstract FieldsType Of(object value);

    protected void Put(Field field) => _fields.Add(field.Name, field);

    protected void Claim(string[] interfaces) => _interfaces.UnionWith(interfaces);
}

/// <summary>An object type whose values are <typeparamref name="T"/>.</summary>
internal sealed class ObjectType<T>(string name) : FieldsType(name)
    where T : notnull
{
    public override FieldsType Of(object value) => this;

    public ObjectType<T> Implements(params string[] interfaces)
    {
        Claim(interfaces);
        return this;
    }

    public ObjectType<T> Add(string field, TypeUse type, Func<T, object?> resolve) => Add(field, type, [], (parent, _) => resolve(parent));

    public ObjectType<T> Add(string field, TypeUse type, Func<T, FieldCall, object?> resolve) => Add(field, type, [], resolve);

    public ObjectType<T> Add(string field, TypeUse type, Argument[] arguments, Func<T, FieldCall, object?> resolve)
    {
        Put(new Field(field, type, arguments, (parent, call) => resolve((T)parent, call)));
        return this;
    }

    public ObjectType<T> Add(Field field)
    {
        Put(field);
        return this;
    }
}

/// <summary>An interface: its fields are resolved on the object's own type.</summary>
internal sealed class AbstractType(string name, Func<object, FieldsType> of) : FieldsType(name)
{
    public override FieldsType Of(object value) => of(value);

    public AbstractType Add(string field, TypeUse type)
    {
        Put(new Field(field, type, [], static (_, _) => throw new InvalidOperationException("An interface's field is resolved on the object's type.")));
        return this;
    }
}

/// <summary>The two doors into a schema.</summary>
/// <param name="Types">All types with fields that a fragment may name.</param>
internal sealed record GraphSchema(FieldsType Query, FieldsType? Mutation, IReadOnlyDictionary<string, FieldsType> Types);
