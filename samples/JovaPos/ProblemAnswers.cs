using Microsoft.AspNetCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos;

/// <summary>Turns what went wrong into an answer in the shop's language that says so, and nothing of anybody's data.</summary>
internal static class ProblemAnswers
{
    /// <summary>What threw. A body that nobody can read is its sender's mistake, and no error of the shop's log.</summary>
    public static ExceptionHandlerOptions Thrown { get; } = new()
    {
        ExceptionHandler = SayThrownAsync,
        SuppressDiagnosticsCallback = thrown => thrown.Exception is BadHttpRequestException,
    };

    private static Task SayThrownAsync(HttpContext context)
    {
        var answer = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            PrivacyRequestStepException step => Problem(
                StatusCodes.Status409Conflict,
                "Langkah ini belum atau tidak lagi dapat dilakukan untuk permintaan itu. Lihat keadaannya dahulu."
                    + (step.Clauses.IsEmpty ? "" : $" [{string.Join(", ", step.Clauses)}]")),
            PrivacyRequestHeldException => Problem(
                StatusCodes.Status409Conflict, "Data orang itu ditahan karena kewajiban hukum. Tidak ada yang diubah."),
            PrivacyRequestLimitException => Problem(
                StatusCodes.Status409Conflict, "Terlalu banyak permintaan untuk orang itu dalam 24 jam. Coba lagi besok."),
            BadHttpRequestException unreadable => Problem(unreadable.StatusCode),
            _ => Problem(StatusCodes.Status500InternalServerError),
        };
        return answer.ExecuteAsync(context);
    }

    /// <summary>What answered with a status alone: a page's visitor is told as well.</summary>
    public static Task SayAsync(StatusCodeContext answered) =>
        Problem(answered.HttpContext.Response.StatusCode).ExecuteAsync(answered.HttpContext);

    private static IResult Problem(int status, string? detail = null) => Results.Problem(
        detail,
        statusCode: status,
        title: status switch
        {
            StatusCodes.Status400BadRequest => "Permintaan tidak dapat dibaca atau tidak lengkap.",
            StatusCodes.Status401Unauthorized => "Masuklah dahulu.",
            StatusCodes.Status403Forbidden => "Anda tidak berwenang untuk ini.",
            StatusCodes.Status404NotFound => "Tidak ditemukan.",
            StatusCodes.Status405MethodNotAllowed => "Alamat ini tidak dapat dipakai dengan cara itu.",
            StatusCodes.Status409Conflict => "Tidak sesuai dengan keadaan sekarang.",
            StatusCodes.Status413PayloadTooLarge => "Permintaan terlalu besar.",
            StatusCodes.Status415UnsupportedMediaType => "Kirimkan permintaan sebagai JSON.",
            StatusCodes.Status429TooManyRequests => "Terlalu sering. Coba lagi nanti.",
            >= 500 => "Terjadi kesalahan di pihak kami.",
            _ => "Permintaan tidak dapat dilayani.",
        });
}
