namespace Reva.Grains.Policies;

/// <summary>What a policy's grain keeps.</summary>
public sealed class PolicyDocument
{
    /// <summary>All settings as JSON; null while the merchant has said nothing.</summary>
    public string? Json { get; set; }
    /// <summary>Counts changes.</summary>
    public int Version { get; set; }
    /// <summary>When they were last changed.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
    /// <summary>By whom.</summary>
    public string? ChangedBy { get; set; }
}
