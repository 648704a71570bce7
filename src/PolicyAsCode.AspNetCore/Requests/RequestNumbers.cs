using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// Numbers of forms, and the numbers of requests that are made of them. A form carries a sealed one that whoever fills it in
/// cannot read; a request's is made of it, of the right, and of who asks. So a form that is sent twice is one request, the
/// forms of two people never are, and whether somebody is on record shows in no number.
/// </summary>
internal sealed class RequestNumbers(IDataProtectionProvider protection)
{
    private const int Size = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("PolicyAsCode.AspNetCore.RequestNumbers.1");

    /// <summary>The number of a new form.</summary>
    public string Issue() => _protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(Size)));

    /// <summary>The request of whoever is not signed in, whether they are on record or not.</summary>
    public Guid OfStranger(string? form, PrivacyRight right, string? tenant, string contact, string? name) =>
        Of(form, "stranger", right, tenant, contact, name);

    /// <summary>The request of somebody signed in.</summary>
    public Guid OfPerson(string? form, PrivacyRight right, string? tenant, RequestPerson person) =>
        Of(form, "person", right, tenant, person.Subject, person.SubjectId);

    private Guid Of(string? form, string kind, PrivacyRight right, string? tenant, string who, string? more)
    {
        var text = new StringBuilder();
        foreach (var part in new[] { kind, right.ToString(), tenant, who, more })
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        var bytes = HMACSHA256.HashData(Key(form), Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16);
        // RFC 9562: a number of an own making.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>What was sealed; a number that a program made itself; or, where that is neither, one that never comes again.</summary>
    private byte[] Key(string? form)
    {
        if (Guid.TryParse(form, out var own) && own != Guid.Empty)
            return Encoding.UTF8.GetBytes($"program {own:N}");
        if (form is not { Length: > 0 and < 1024 })
            return RandomNumberGenerator.GetBytes(Size);
        try
        {
            return Encoding.UTF8.GetBytes("form " + _protector.Unprotect(form));
        }
        catch (CryptographicException)
        {
            return RandomNumberGenerator.GetBytes(Size);
        }
    }
}
