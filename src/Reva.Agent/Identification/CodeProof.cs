using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Customers;

namespace Reva.Agent.Identification;

/// <summary>Proves who a shopper is by a one-time code that goes to their e-mail address. Whether an address is a customer's shows nowhere.</summary>
public sealed class CodeProof(ICustomers customers, IOutbox outbox, IGuessLimits limits)
{
    /// <summary>How long a code can be entered.</summary>
    public static readonly TimeSpan CodeTime = TimeSpan.FromMinutes(10);

    /// <summary>The least time between two codes of a conversation.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>Wrong entries that make a code void and lock.</summary>
    public const int MostTries = 5;

    // A code has but a million values: each guess at a stolen hash should cost something.
    private const int Rounds = 60_000;
    private const int Values = 1_000_000;

    /// <summary>Sends a code to <paramref name="email"/> if it is a customer's; the answer is the same when it is not. Throws <see cref="ShopUnavailableException"/>; then nothing was sent.</summary>
    public async Task<CodeSending> SendAsync(string email, TurnContext turn, CancellationToken cancellationToken)
    {
        var now = turn.Input.Now;
        if (Proofs.LockedUntil(turn) is { } lockedUntil)
            return new CodeSending(CodeSendingResult.Paused, lockedUntil);
        if (Proofs.IsAnothers(email, turn))
            return new CodeSending(CodeSendingResult.OtherCustomer, now);
        if (turn.Memory.Identity.CodeAskedAt + Between is { } next && next > now)
            return new CodeSending(CodeSendingResult.TooSoon, next);
        var guess = new Guess(turn.StoreId, turn.Input.VisitorId, "", "") { CodeFor = email };
        if (await limits.TakeAsync(guess) is { } pausedUntil)
            return new CodeSending(CodeSendingResult.Paused, pausedUntil);
        var counts = false;
        try
        {
            var customer = await customers.ByEmailAsync(turn.StoreId, email, cancellationToken);
            counts = true;
            await SendAsync(email, customer, turn);
            return new CodeSending(CodeSendingResult.Sent, now + CodeTime);
        }
        finally
        {
            await limits.SettleAsync(guess, counts);
        }
    }

    /// <summary>Tries an entry against the code that is out. A right one counts once.</summary>
    public async Task<IdentityOutcome> EnterAsync(string digits, TurnContext turn)
    {
        if (Proofs.LockedUntil(turn) is not null)
            return new IdentityOutcome(IdentityResult.Locked, null, 0);
        if (turn.Memory.Identity.Code is not { } code)
            return new IdentityOutcome(IdentityResult.NoMatch, null, 0);
        if (code.ExpiresAt <= turn.Input.Now)
        {
            Keep(null, turn);
            return new IdentityOutcome(IdentityResult.Expired, null, 0);
        }
        var guess = new Guess(turn.StoreId, turn.Input.VisitorId, "", code.Email);
        if (await limits.TakeAsync(guess) is { } pausedUntil)
            return new IdentityOutcome(IdentityResult.Paused, null, MostTries - code.Tries) { PausedUntil = pausedUntil };
        var failed = !Fits(digits, code);
        await limits.SettleAsync(guess, failed);
        if (failed)
            return Wrong(code, turn);
        // Proving forgets the code, so that it is worth nothing a second time.
        await Proofs.ProveAsync(new ProvenCustomer(code.Email, code.CustomerId, VerificationLevel.Account), turn);
        return new IdentityOutcome(IdentityResult.Proved, null, MostTries);
    }

    private async Task SendAsync(string email, Customer? customer, TurnContext turn)
    {
        var digits = RandomNumberGenerator.GetInt32(Values).ToString("D6", CultureInfo.InvariantCulture);
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Hash(digits, salt);
        var expires = turn.Input.Now + CodeTime;
        if (customer is not null)
            await outbox.EnqueueAsync(turn.StoreId, Mail(customer.Email, digits, expires, turn), $"code:{turn.Input.ConversationId}:{Ulid.New(turn.Input.Now)}");
        Keep(new SentCode(customer?.Email ?? email, customer?.Id, Convert.ToBase64String(salt), customer is null ? "" : Convert.ToBase64String(hash), expires, 0), turn);
        turn.Memory = turn.Memory with { Identity = turn.Memory.Identity with { CodeAskedAt = turn.Input.Now } };
    }

    private static IdentityOutcome Wrong(SentCode code, TurnContext turn)
    {
        var tries = code.Tries + 1;
        Keep(code with { Tries = tries }, turn);
        if (tries < MostTries)
            return new IdentityOutcome(IdentityResult.NoMatch, null, MostTries - tries);
        Proofs.Lock(turn);
        return new IdentityOutcome(IdentityResult.LockedNow, null, 0);
    }

    private static bool Fits(string digits, SentCode code) =>
        CryptographicOperations.FixedTimeEquals(Hash(digits, Convert.FromBase64String(code.Salt)), Convert.FromBase64String(code.Hash));

    private static byte[] Hash(string digits, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(digits), salt, Rounds, HashAlgorithmName.SHA256, 32);

    private static void Keep(SentCode? code, TurnContext turn) => turn.Memory = turn.Memory with { Identity = turn.Memory.Identity with { Code = code } };

    private static MailMessage Mail(string email, string digits, DateTimeOffset expires, TurnContext turn) => new()
    {
        To = email, FromName = turn.Input.Store.Name, Subject = $"Your code for {turn.Input.Store.Name}", NotAfter = expires,
        Text = $"{digits} is your code. Type it into the chat within {CodeTime.TotalMinutes:0} minutes to show that it's you.\n\n"
            + $"If you didn't ask for it, do nothing: without the code nobody gets in. {turn.Input.Store.Name} never asks for it by phone or e-mail.\n",
    };
}

/// <summary>What came of asking for a code.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Until">When it was sent: how long it counts; else when one may be asked for again.</param>
public sealed record CodeSending(CodeSendingResult Result, DateTimeOffset Until);

/// <summary>How asking for a code ended.</summary>
public enum CodeSendingResult
{
    /// <summary>It is on its way, if the address is a customer's.</summary>
    Sent,
    /// <summary>One was asked for just before.</summary>
    TooSoon,
    /// <summary>Too many were asked for, or too many tries failed.</summary>
    Paused,
    /// <summary>The shop has signed another customer in.</summary>
    OtherCustomer,
}
