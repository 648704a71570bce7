namespace PolicyAsCode.AspNetCore;

/// <summary>Where a code is entered; the same for every number.</summary>
internal static class VerifyView
{
    public static Html Of(Page page, Guid id, bool isSent, bool isWrong)
    {
        var words = page.Words;
        return $"""
            <p class="back"><a href="{page.Link("/")}">{words["Back"]}</a></p>
            <h1>{words["Verify.Title"]}</h1>
            {Html.If(isWrong, () => $"""<div class="note bad" role="alert"><p id="code-error">{words["Error.Code.Text"]}</p></div>""")}
            {Html.If(isSent && !isWrong, () => $"""<div class="note" role="status"><p>{words["Verify.Sent"]}</p></div>""")}
            <p class="lead">{words["Verify.Lead"]}</p>
            {page.FormTo($"/requests/{id}/verify")}
            <div class="field"><label for="code">{words["Verify.Code"]}</label>
            <p class="hint" id="code-hint">{words["Verify.Hint"]}</p>
            <input class="code" id="code" name="code" type="text" required maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint{Html.If(isWrong, () => $" code-error")}"{Html.If(isWrong, () => $""" aria-invalid="true" """)}></div>
            <button type="submit">{words["Verify.Send"]}</button>
            </form>
            <section class="more" aria-labelledby="again">
            <h2 id="again">{words["Verify.Again"]}</h2>
            <p>{words["Verify.Again.Text"]}</p>
            {page.FormTo($"/requests/{id}/code")}<button class="plain" type="submit">{words["Verify.Again.Send"]}</button></form>
            </section>
            <p class="number">{words["Number"]}: <span class="mono">{id}</span><br>{words["Verify.Number"]}</p>
            """;
    }
}
