namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>Why a mutation did nothing, as its payload tells it.</summary>
/// <param name="Field">The path of the argument that is wrong; null when it is none in particular.</param>
/// <param name="Code">The error code of payloads that have one.</param>
internal sealed record UserError(IReadOnlyList<string>? Field, string Message, string? Code);

/// <summary>Ends a mutation before it has changed anything.</summary>
internal sealed class Refusal(UserError error) : Exception(error.Message)
{
    public UserError Error => error;

    public static Refusal Invalid(string message, params string[] field) => new(new UserError(Path(field), message, "INVALID"));

    public static Refusal NotFound(string noun, params string[] field) => new(new UserError(Path(field), $"{noun} does not exist", "NOT_FOUND"));

    public static Refusal Coded(string code, string message, params string[] field) => new(new UserError(Path(field), message, code));

    private static string[]? Path(string[] field) => field.Length == 0 ? null : field;
}
