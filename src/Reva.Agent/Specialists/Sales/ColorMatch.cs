namespace Reva.Agent.Specialists.Sales;

/// <summary>Whether a shop's colour is what a shopper calls it.</summary>
internal static class ColorMatch
{
    public static bool Fits(string shopColor, string said) => shopColor.Contains(said, StringComparison.OrdinalIgnoreCase);
}
