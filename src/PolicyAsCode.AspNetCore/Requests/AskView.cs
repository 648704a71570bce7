using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>The form of one right.</summary>
internal sealed class AskView(Page page, PolicyRight stated, PrivacyRequestPagesOptions options, RequestNumbers numbers, bool isKnown)
{
    private readonly PageCatalog _words = page.Words;

    public Html Of(Fields fields, IReadOnlyDictionary<string, string> mistakes)
    {
        var right = stated.Right;
        return $"""
            <p class="back"><a href="{page.Link("/")}">{_words["Back"]}</a></p>
            <h1>{_words.Right(right)}</h1>
            {Summary(mistakes)}
            <p class="lead">{_words[$"About.{right}"]}</p>
            {Html.If(stated.Within is not null, () => $"""<p>{_words.Format(stated.StartsAtConfirmation ? "Ask.WithinConfirmed" : "Ask.Within", _words.Time(stated.Within!.Value))}</p>""")}
            {Html.If(right == PrivacyRight.Erasure, Warning)}
            {page.FormTo("/ask/" + RightSlugs.Of(right))}
            <input type="hidden" name="number" value="{fields["number"] ?? numbers.Issue()}">
            {Html.If(!isKnown, () => Contact(fields, mistakes))}
            {Html.If(right == PrivacyRight.Rectification, () => Correction(fields, mistakes))}
            {Html.If(options.Purposes.Count > 0 && right is (PrivacyRight.Objection or PrivacyRight.Restriction or PrivacyRight.ConsentWithdrawal), () => Purpose(fields, mistakes))}
            <div class="field"><label for="words">{_words["Ask.Words"]}</label>
            <p class="hint" id="words-hint">{_words["Ask.Words.Hint"]}</p>
            {Error("words", mistakes)}
            <textarea id="words" name="words" rows="4" maxlength="4000" aria-describedby="words-hint{Described("words", mistakes)}">{fields["words"]}</textarea></div>
            <button type="submit"{Danger()}>{_words[isKnown ? "Ask.Send" : "Ask.SendCode"]}</button>
            {Html.If(!isKnown, () => $"""<p class="hint">{_words["Ask.Code"]}</p>""")}
            </form>
            """;
    }

    private Html Danger() => Html.If(stated.Right == PrivacyRight.Erasure && isKnown, () => $""" class="danger" """);

    private Html Warning() => $"""
        <div class="note warn"><p><strong>{_words["Ask.Permanent"]}</strong> {_words["Ask.Permanent.Text"]}</p>
        {Html.If(stated.OfferExport, () => $"""<p>{_words["Ask.Copy"]} <a href="{page.Link("/ask/" + RightSlugs.Of(PrivacyRight.Access))}">{_words["Ask.Copy.Link"]}</a></p>""")}</div>
        """;

    private Html Contact(Fields fields, IReadOnlyDictionary<string, string> mistakes) => $"""
        {Html.If(options.AskForName, () => Text("name", "name", fields, mistakes))}
        {Text("contact", "email", fields, mistakes)}
        """;

    private Html Text(string name, string autocomplete, Fields fields, IReadOnlyDictionary<string, string> mistakes) => $"""
        <div class="field"><label for="{name}">{_words[$"Ask.{name}"]}</label>
        <p class="hint" id="{name}-hint">{_words[$"Ask.{name}.Hint"]}</p>
        {Error(name, mistakes)}
        <input id="{name}" name="{name}" type="text" required maxlength="320" autocomplete="{autocomplete}" spellcheck="false" value="{fields[name]}" aria-describedby="{name}-hint{Described(name, mistakes)}"{Invalid(name, mistakes)}></div>
        """;

    private Html Correction(Fields fields, IReadOnlyDictionary<string, string> mistakes) => $"""
        <div class="field"><label for="field">{_words["Ask.Field"]}</label>
        <select id="field" name="field">{Options(options.Fields, fields["field"])}</select></div>
        <div class="field"><label for="value">{_words["Ask.Value"]}</label>
        {Error("value", mistakes)}
        <input id="value" name="value" type="text" required maxlength="4000" value="{fields["value"]}"{Invalid("value", mistakes)}></div>
        """;

    private Html Purpose(Fields fields, IReadOnlyDictionary<string, string> mistakes) => $"""
        <div class="field"><label for="purpose">{_words["Ask.Purpose"]}</label>
        {Error("purpose", mistakes)}
        <select id="purpose" name="purpose"><option value="">{_words["Ask.Purpose.All"]}</option>{Options(options.Purposes, fields["purpose"])}</select></div>
        """;

    private Html Options(IEnumerable<PageWord> known, string? chosen) => Html.Join(known.Select(word => (Html)
        $"""<option value="{word.Term}"{Html.If(word.Term == chosen, () => $" selected")}>{_words.Word([word], word.Term)}</option>"""));

    private Html Summary(IReadOnlyDictionary<string, string> mistakes) => Html.If(mistakes.Count > 0, () => $"""
        <div class="note bad" role="alert"><p><strong>{_words["Error.Fields"]}</strong></p>
        <ul>{Html.Join(mistakes.Select(mistake => (Html)$"""<li><a href="#{mistake.Key}">{_words[mistake.Value]}</a></li>"""))}</ul></div>
        """);

    private Html Error(string name, IReadOnlyDictionary<string, string> mistakes) => Html.If(
        mistakes.ContainsKey(name), () => $"""<p class="error" id="{name}-error">{_words[mistakes[name]]}</p>""");

    private static Html Described(string name, IReadOnlyDictionary<string, string> mistakes) =>
        Html.If(mistakes.ContainsKey(name), () => $" {name}-error");

    private static Html Invalid(string name, IReadOnlyDictionary<string, string> mistakes) =>
        Html.If(mistakes.ContainsKey(name), () => $""" aria-invalid="true" """);
}
