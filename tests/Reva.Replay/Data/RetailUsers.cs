using Reva.Sandbox.Tau;

namespace Reva.Replay.Data;

/// <summary>Whom the customers of the tasks say they are.</summary>
internal sealed class RetailUsers(IReadOnlyDictionary<string, TauUser> users)
{
    /// <summary>Null when there is no such user.</summary>
    public Proof? Find(string userId) => users.TryGetValue(userId, out var user) ? new(user.Name.FirstName, user.Name.LastName, user.Address.Zip, user.Email) : null;
}

/// <summary>What a customer tells to prove who they are.</summary>
internal sealed record Proof(string FirstName, string LastName, string Zip, string Email);
