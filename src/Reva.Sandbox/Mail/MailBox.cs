using System.Text.Json;

namespace Reva.Sandbox.Mail;

/// <summary>All mail that went out; under one idempotency key it goes once a day. Thread safe.</summary>
internal sealed class MailBox(TimeProvider time)
{
    private static readonly TimeSpan KeysKept = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly List<SentMail> _sent = [];
    private readonly Dictionary<string, (string Body, string Id, DateTimeOffset At)> _keys = new(StringComparer.Ordinal);

    /// <summary>Sends a mail, or finds it sent before under its key; null when the key was used for another mail.</summary>
    public string? Send(MailRequest mail, string? key)
    {
        var body = JsonSerializer.Serialize(mail);
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (key is not null && _keys.TryGetValue(key, out var before) && before.At + KeysKept > now)
                return before.Body == body ? before.Id : null;
            var id = Guid.CreateVersion7(now).ToString();
            if (key is not null)
                _keys[key] = (body, id, now);
            _sent.Add(new SentMail(id, now, mail.From!, mail.Recipients, mail.Reply_To?.ToString(), mail.Subject!, mail.Text, mail.Html, mail.Headers ?? [], key));
            return id;
        }
    }

    /// <summary>What went out, oldest first; to one address only when it is given.</summary>
    public IReadOnlyList<SentMail> Read(string? to)
    {
        lock (_lock)
            return [.. _sent.Where(m => to is null || m.To.Any(t => t.Contains(to, StringComparison.OrdinalIgnoreCase)))];
    }

    public void Clear()
    {
        lock (_lock)
        {
            _sent.Clear();
            _keys.Clear();
        }
    }
}
