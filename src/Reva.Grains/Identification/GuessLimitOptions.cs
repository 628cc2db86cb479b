namespace Reva.Grains.Identification;

/// <summary>How many failed tries to prove an order are allowed across conversations. Settings <c>Security:OrderGuesses:…</c>.</summary>
public sealed record GuessLimitOptions
{
    /// <summary>Failed tries at one order number within <see cref="Window"/>; at least 1, default 10.</summary>
    public int PerOrder { get; init; } = 10;

    /// <summary>Failed tries with one e-mail address within <see cref="Window"/>; at least 1, default 10.</summary>
    public int PerEmail { get; init; } = 10;

    /// <summary>Failed tries of one visitor within <see cref="Window"/>, over all of their conversations; at least 1, default 10.</summary>
    public int PerVisitor { get; init; } = 10;

    /// <summary>Failed tries with one name within <see cref="Window"/>; at least 1, default 10.</summary>
    public int PerName { get; init; } = 10;

    /// <summary>Failed tries with one postcode within <see cref="Window"/>; at least 1, default 30, as many live there.</summary>
    public int PerPostcode { get; init; } = 30;

    /// <summary>One-time codes for one address, or asked for by one visitor, within <see cref="Window"/>; at least 1, default 5.</summary>
    public int CodesPerAddress { get; init; } = 5;

    /// <summary>How long a failed try counts; at least a minute, default an hour.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);

    /// <summary>These options; throws <see cref="ArgumentOutOfRangeException"/> for one out of its range.</summary>
    public GuessLimitOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PerOrder, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PerEmail, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PerVisitor, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PerName, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PerPostcode, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(CodesPerAddress, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Window, TimeSpan.FromMinutes(1));
        return this;
    }
}
