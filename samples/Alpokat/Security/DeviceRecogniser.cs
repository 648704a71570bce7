using System.Security.Cryptography;

namespace Alpokat.Security;

/// <summary>
/// Knows a device again by a random number in a cookie, so that a stolen password is not enough to go unnoticed: the tracker
/// of that name in the policy [ALPO-2.3].
/// </summary>
internal static class DeviceRecogniser
{
    /// <summary>The name that the policy has for it, below <c>trackers:</c>.</summary>
    public const string Tracker = "device-recogniser";

    private static readonly TimeSpan s_kept = TimeSpan.FromDays(90);

    /// <summary>The device's number; a new one where it has none yet.</summary>
    [Purpose(Purposes.Security)]
    [return: DataCategory(Categories.Device.Id)]
    public static string Recognise(HttpContext http)
    {
        if (http.Request.Cookies[Tracker] is { Length: 32 } known)
            return known;

        var number = NewNumber();
        http.Response.Cookies.Append(Tracker, number, new CookieOptions
        {
            HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, MaxAge = s_kept,
        });
        return number;
    }

    [return: DataCategory(Categories.Device.Id)]
    private static string NewNumber() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
