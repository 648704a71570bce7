using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>How much a hint alone says, before it is asked where it stands.</summary>
internal static class HintStrength
{
    /// <summary>Means nothing else, wherever it stands.</summary>
    public const double Certain = 0.95;

    /// <summary>Means it unless the type says otherwise.</summary>
    public const double Strong = 0.8;

    /// <summary>Means it more often than not.</summary>
    public const double Medium = 0.65;

    /// <summary>An everyday word, which means it where the type is about a person.</summary>
    public const double Weak = 0.4;

    private static readonly ImmutableHashSet<string> s_certain = Keys(
        "nik, no nik, ktp, no ktp, nomor ktp, nomor induk kependudukan, kartu keluarga, no kk, ssn, social security "
        + "number, national id, national identity number, passport number, passport no, no paspor, birth date, date "
        + "of birth, dob, tanggal lahir, tgl lahir, tempat lahir, first name, last name, given name, family name, "
        + "nama depan, nama belakang, nama lengkap, nama panggilan, middle name, maiden name, customer name, contact "
        + "name, recipient name, person name, nama pelanggan, nama pembeli, nama penerima, jenis kelamin, agama, "
        + "religion, rekam medis, card number, credit card number, user name, username, cvv, cvc, no hp, nomor hp, "
        + "mobile phone, nip");

    private static readonly ImmutableHashSet<string> s_weak = Keys(
        "login, login id, pin, pan, hp, ip, age, race, sex, gender, faith, lat, lng, lon, gps, address, address line, "
        + "street, street name, alamat, city, town, state, province, country, county, district, zip, postal, postal "
        + "code, post code, zip code, house number, apartment, kota, kabupaten, provinsi, kecamatan, kelurahan, desa, "
        + "rt, rw, jalan, kode pos, mail, tel, tel no, cell, mobile, fax, wa, message, pesan, pesanan, prompt text, "
        + "transcript, nota, struk, keluhan, feedback, complaint, inquiry, enquiry, browser, coordinates, "
        + "conversation, income, diagnosis, health, favorites, recommendation, rekomendasi, referrer, referer, tribe, "
        + "ras, suku, jk, swift, bic, bank name, nama bank, no kartu, nomor kartu, otp, subscribed, newsletter, "
        + "telegram, line id, facebook, twitter, instagram, skype, linked in, foto, photo, photo url, portrait, usia, "
        + "umur, posisi, occupation, profession, profesi, pekerjaan, designation, wage, wages, gaji, conviction, "
        + "convictions, bpjs, diagnosa, diagnose, treatment, dosage, contact info, ijazah, nickname, account number, "
        + "account name, customer number, customer code, member code, website, signature, home page, homepage, "
        + "tagline, bio, biography, about me, education, pendidikan, degree, employer, qualification, symptoms, "
        + "prescription, medication, birth, born, display name, contact person, host address, open id, interests, "
        + "hobby, hobbies, minat, hobi, hourly rate, id number, id card, license number, plate number, vat number, "
        + "personal number, nim, nisn, ethnicity, wallet address, wallet number, device name, koordinat, domisili, "
        + "disability, allergy, allergies, alergi, user preference, user language, komentar, ulasan, testimonial, "
        + "testimoni, special instructions, screen name, security number, degree, activity log, search query, last "
        + "activity, referrer url, campaign source, risk score, target group, last ip, kepercayaan, kuitansi, bukti "
        + "bayar");

    /// <summary>The strength of a hint.</summary>
    public static double Of(HintIndex.Hint hint) =>
        s_certain.Contains(hint.Key) ? Certain
        : s_weak.Contains(hint.Key) ? Weak
        : hint.Term.Identifies || hint.Term.Special || IsTelling(hint.Term) ? Strong
        : Medium;

    // Of these a name alone is telling; an order note is personal where the type is about a person's doings.
    private static bool IsTelling(Term term) =>
        term.Key.StartsWith("identity", StringComparison.Ordinal)
        || term.Key == "account.password" || term.Key == "employment.staff-number";

    private static ImmutableHashSet<string> Keys(string hints) =>
        hints.Split([", "], StringSplitOptions.None).Select(HintIndex.Key).ToImmutableHashSet(StringComparer.Ordinal);
}
