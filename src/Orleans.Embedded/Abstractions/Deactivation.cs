namespace Orleans;

/// <summary>Why an activation ended.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>Not given.</summary>
    None,
    /// <summary>The process stops.</summary>
    ShuttingDown,
    /// <summary>It could not be made.</summary>
    ActivationFailed,
    /// <summary>Idle for too long.</summary>
    ActivationIdle,
    /// <summary>The grain asked.</summary>
    ApplicationRequested,
    /// <summary>The grain cannot go on, e.g. its state was changed elsewhere.</summary>
    ApplicationError,
}

/// <summary>Why an activation ended, with words.</summary>
public readonly struct DeactivationReason
{
    /// <summary>Code and words.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text) { }

    /// <summary>Code, failure and words.</summary>
    public DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
    {
        ReasonCode = code;
        Exception = exception;
        Description = text;
    }

    /// <summary>Words.</summary>
    public string Description { get; }

    /// <summary>Code.</summary>
    public DeactivationReasonCode ReasonCode { get; }

    /// <summary>Failure, if one was the cause.</summary>
    public Exception? Exception { get; }
}
