namespace Reva.Core.Actions;

/// <summary>Why something comes back.</summary>
public enum ReturnReason
{
    /// <summary>No reason given, or none of the others.</summary>
    Other,
    /// <summary>Changed one's mind.</summary>
    Unwanted,
    /// <summary>Too small.</summary>
    SizeTooSmall,
    /// <summary>Too large.</summary>
    SizeTooLarge,
    /// <summary>Colour not liked.</summary>
    Color,
    /// <summary>Style not liked.</summary>
    Style,
    /// <summary>Broken or faulty.</summary>
    Defective,
    /// <summary>Not what was ordered.</summary>
    WrongItem,
    /// <summary>Not as described.</summary>
    NotAsDescribed,
}

/// <summary>What reasons mean.</summary>
public static class ReturnReasons
{
    /// <summary>Whether the shop has to answer for it: broken, wrong, or not as described.</summary>
    public static bool IsFault(this ReturnReason reason) => reason is ReturnReason.Defective or ReturnReason.WrongItem or ReturnReason.NotAsDescribed;
}
