using Reva.Agent.Ports;

namespace Reva.Grains.Outbox;

/// <summary>When a mail is tried again, and when no more. Pure but for the dice it is handed.</summary>
public static class OutboxPace
{
    /// <summary>How long a mail is tried. The service knows a key for as long, so a late try is still no second mail.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The pause before try number <paramref name="attempts"/> + 1: doubled each time up to 15 minutes, and shortened by up to a third by <paramref name="dice"/> (0–1), so that not all come back at once.</summary>
    public static TimeSpan After(int attempts, double dice)
    {
        var pause = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)));
        return TimeSpan.FromSeconds(pause * (1 - (dice / 3)));
    }

    /// <summary>After this a mail is not tried any more.</summary>
    public static DateTimeOffset Deadline(OutboxRow row)
    {
        var usual = row.CreatedAt + GiveUpAfter;
        return row.Message.NotAfter is { } own && own < usual ? own : usual;
    }

    /// <summary>What a failed try comes to.</summary>
    public static OutboxOutcome Failed(OutboxRow row, Exception failure, DateTimeOffset now, double dice)
    {
        var again = now + After(row.Attempts + 1, dice);
        return failure is MailRefusedException || again > Deadline(row)
            ? new OutboxOutcome(OutboxStatus.GivenUp, now, failure.Message, null)
            : new OutboxOutcome(OutboxStatus.Waiting, again, failure.Message, null);
    }
}
