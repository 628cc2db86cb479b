namespace Reva.Agent.Turns;

/// <summary>The rule planner answers in English; whoever writes in another language is told so once, in that language, with a way on.</summary>
internal static class ForeignLanguage
{
    /// <summary>The notice in <paramref name="language"/> (ISO 639-1); null for English and languages not known.</summary>
    public static string? Notice(string language) => language switch
    {
        "de" => "Ich antworte derzeit auf Englisch. Schreiben Sie „Mensch“, wenn lieber jemand aus dem Team übernehmen soll.",
        "fr" => "Pour le moment, je réponds en anglais. Écrivez « une personne » pour parler à quelqu’un de l’équipe.",
        "es" => "Por ahora respondo en inglés. Escribe «una persona» si prefieres hablar con alguien del equipo.",
        "it" => "Al momento rispondo in inglese. Scrivi «una persona» per parlare con qualcuno del team.",
        "nl" => "Ik antwoord voorlopig in het Engels. Typ ‘een mens’ als je liever iemand van het team spreekt.",
        "pt" => "Por enquanto respondo em inglês. Escreva «uma pessoa» para falar com alguém da equipa.",
        _ => null,
    };
}
