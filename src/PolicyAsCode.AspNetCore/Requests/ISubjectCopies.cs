using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>Writes the copies that people fetch. The application's own goes before what is generated.</summary>
public interface ISubjectCopies
{
    /// <summary>Writes the copy of one person, row by row.</summary>
    /// <param name="copy">Of whom, and by which right.</param>
    /// <param name="language">The language of its labels: <c>en</c> or <c>id</c>.</param>
    /// <param name="utf8Json">Where to; it stays open.</param>
    /// <param name="cancel">Breaks it off.</param>
    Task WriteAsync(PrivacyCopy copy, string language, Stream utf8Json, CancellationToken cancel);
}
