using System.Text.RegularExpressions;

namespace Reva.Agent.Privacy;

/// <summary>
/// What personal data looks like. Wide on purpose: what is masked in vain is put back unharmed, what is not masked has left the house.
/// </summary>
internal static partial class PersonalPatterns
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Tail = @"(,? +(apt|apartment|unit|suite|flat|floor|no)\.? *#?[0-9A-Za-z]+)?(,? +\p{Lu}\p{L}*([.'’\-]{1,2}\p{L}+)*\b){0,4}(,? *[A-Z]{2}\b)?(,? +([0-9]{4,5}(-[0-9]{4})?|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}))?(,? +\p{Lu}[\p{L}\-]+\b){0,2}";

    /// <summary>Adds all kinds but names, the surest first.</summary>
    public static void AddTo(PersonalFinds finds)
    {
        finds.Add("email", Email());
        finds.Add("email", SpelledEmail());
        finds.Add("card", Card(), HasLongGroup);
        finds.Add("phone", Phone());
        finds.Add("phone", PhoneAfterItsWord());
        finds.Add("address", Street());
        finds.Add("address", NamedStreet());
        finds.Add("address", StreetBeforeNumber());
        finds.Add("address", PostCode());
    }

    // '36 37 38 39 40 41 42' is a row of sizes; no card is written in twos.
    private static bool HasLongGroup(string digits) => LongGroup().IsMatch(digits);

    [GeneratedRegex(@"[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~\-]+@[\p{L}\p{N}_\-]+(\.[\p{L}\p{N}_\-]+)+", Linear)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[a-z0-9][a-z0-9._%+\-]*( dot [a-z0-9]+)*( +at +| *[(\[] *at *[)\]] *)[a-z0-9][a-z0-9\-]*((\.| +dot +| *[(\[] *dot *[)\]] *)[a-z0-9\-]+)*(\.| +dot +| *[(\[] *dot *[)\]] *)[a-z]{2,7}\b", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex SpelledEmail();

    [GeneratedRegex(@"[0-9]([\s.\-]{0,2}[0-9]){12,}", Linear)]
    private static partial Regex Card();

    [GeneratedRegex(@"[0-9]{3}", Linear)]
    private static partial Regex LongGroup();

    // With a country's or a trunk prefix, or in the North American form.
    [GeneratedRegex(@"\+[0-9]([ ()./\-]{0,3}[0-9]){6,14}|\b0[0-9]([ ()./\-]{0,3}[0-9]){6,13}|\(?\b[0-9]{3}\)?[ .\-]{0,2}[0-9]{3}[ .\-]?[0-9]{4}\b", Linear)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(phone|tel|telephone|telefon|mobile|cell|handy|whatsapp|sms|call me|ring me|reach me)[^0-9+@]{0,20}(?<value>\+?[0-9]([ ()./\-]{0,2}[0-9]){5,14})", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex PhoneAfterItsWord();

    [GeneratedRegex(@"\b[0-9]{1,5}[A-Za-z]?,? +([\p{L}0-9'’.\-]+ +){1,3}(?i:street|avenue|road|lane|boulevard|blvd|highway|parkway)\b\.?" + Tail, Linear)]
    private static partial Regex Street();

    // Words that mean other things too count only in a name: '2 pairs on the way' is no address.
    [GeneratedRegex(@"\b[0-9]{1,5}[A-Za-z]?,? +((\p{Lu}[\p{L}'’.\-]*|[0-9]+(st|nd|rd|th)) +){1,3}(St|Ave|Rd|Ln|Dr|Drive|Way|Court|Ct|Place|Pl|Square|Sq|Terrace|Close|Crescent|Gardens|Grove|Hill|Row|Mews)\b\.?" + Tail
        + @"|\b[0-9]{1,4}( (bis|ter))?,? +(?i:rue|avenue|boulevard|place|chemin|allée|quai) +(de |du |des |la |le |l')*\p{Lu}[\p{L}'’\-]+" + Tail, Linear)]
    private static partial Regex NamedStreet();

    [GeneratedRegex(@"\b(\p{Lu}\p{L}+[ \-])?\p{L}*(?i:straße|strasse|str\.|gasse|allee|platz|weg|straat|laan|gatan|vej) *[0-9]{1,4}( ?[a-zA-Z]\b)?(,? +[0-9]{4,5}( +[\p{Lu}][\p{L}\-]+){1,2})?|\b(?i:calle|via|viale|piazza|avenida|rua|plaza) +([\p{L}'’.]+ +){0,3}[\p{L}'’.]+,? +[0-9]{1,4}\b" + Tail, Linear)]
    private static partial Regex StreetBeforeNumber();

    [GeneratedRegex(@"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b|\b[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]\b|\b[A-Z]{2},? [0-9]{5}(-[0-9]{4})?\b", Linear)]
    private static partial Regex PostCode();
}
