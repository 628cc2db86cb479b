using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>What a mutation answers: its result, or why there is none.</summary>
internal sealed record Outcome(object? Result, IReadOnlyList<UserError> Errors);

/// <summary>Makes the fields of the mutation root and the types that they answer with.</summary>
internal static class Payload
{
    private const int KeptHours = 24;

    /// <summary>Shopify's plain user error, which has no code.</summary>
    public static readonly ObjectType<UserError> PlainError = Error("UserError");

    /// <summary>The error of everything about returns.</summary>
    public static readonly ObjectType<UserError> ReturnError = CodedError("ReturnUserError", "ReturnErrorCode");

    public static ObjectType<UserError> CodedError(string name, string codes) => Error(name).Add("code", new EnumType(codes).Nullable, e => e.Code);

    /// <summary>A payload with the usual list of errors.</summary>
    public static ObjectType<Outcome> Type(string name, ObjectType<UserError>? errors = null) =>
        new ObjectType<Outcome>(name).Add("userErrors", (errors ?? PlainError).RequiredList, o => o.Errors);

    /// <summary>A payload field that is there when the mutation did something.</summary>
    public static ObjectType<Outcome> With<T>(this ObjectType<Outcome> payload, string field, GraphType type, Func<T, FieldCall, object?> of) =>
        payload.Add(field, type.Nullable, (outcome, call) => outcome.Result is T result ? of(result, call) : null);

    /// <summary>The field <c>order</c> of a mutation whose result tells an order's id: the order as it is now.</summary>
    public static ObjectType<Outcome> WithOrder<T>(this ObjectType<Outcome> payload, Func<T, long> id) =>
        payload.With<T>("order", OrderTypes.Order, (result, call) => ShopTypes.Services(call).Store.Orders.Find(id(result)));

    /// <summary>A mutation; one after the other, all of it or nothing.</summary>
    public static Field Field(string name, ObjectType<Outcome> type, Func<Change, object?> run, params Argument[] arguments) =>
        new(name, type.Nullable, arguments, (services, call) => Run(name, new Change((ShopServices)services, call), run));

    /// <summary>A mutation that must come with <c>@idempotent(key:)</c>; a key that was answered gets the same answer again.</summary>
    public static Field IdempotentField(string name, ObjectType<Outcome> type, Func<Change, object?> run, params Argument[] arguments) =>
        new(name, type.Nullable, arguments, (services, call) => RunOnce(name, new Change((ShopServices)services, call), run));

    private static Outcome RunOnce(string name, Change change, Func<Change, object?> run)
    {
        if (change.IdempotencyKey is not { } given)
            throw new GraphQLException(GraphQLError.Coded("BAD_REQUEST", "The @idempotent directive is required for this mutation but was not provided.", null));
        var key = $"{name} {given}";
        lock (change.Activity.Writing)
        {
            if (change.Activity.Answers.GetValueOrDefault(key) is { } first && change.Now - first.At < TimeSpan.FromHours(KeptHours))
                return first.Input == change.Fingerprint
                    ? new Outcome(first.Result, [])
                    : new Outcome(null, [new UserError(null, "The same idempotency key cannot be used with different operation parameters.", "IDEMPOTENCY_KEY_PARAMETER_MISMATCH")]);
            var outcome = Run(name, change, run);
            // A refusal changed nothing, so the key is still free.
            if (outcome.Errors.Count == 0)
                change.Activity.Answers = change.Activity.Answers.SetItem(key, new FirstAnswer(change.Fingerprint, outcome.Result, change.Now));
            return outcome;
        }
    }

    private static Outcome Run(string name, Change change, Func<Change, object?> run)
    {
        lock (change.Activity.Writing)
        {
            try
            {
                var result = run(change);
                if (!change.IsLater)
                    change.Activity.Note(name, change.About, change.IdempotencyKey, change.Now);
                return new Outcome(result, []);
            }
            catch (Refusal refused)
            {
                return new Outcome(null, [refused.Error]);
            }
        }
    }

    private static ObjectType<UserError> Error(string name) => new ObjectType<UserError>(name)
        .Implements("DisplayableError")
        .Add("field", Scalars.String.List, e => e.Field)
        .Add("message", Scalars.String.Required, e => e.Message);
}
