using System.Collections.Immutable;

namespace PolicyAsCode.Analyzers.Facts.Naming;

/// <summary>Words that make a name mean something about a person, or not. Data, kept apart from the judging.</summary>
internal static class PersonWords
{
    /// <summary>Nouns for people, English and Indonesian: a type named by one is about a person.</summary>
    internal static ImmutableHashSet<string> People { get; } = Set(
        "customer client user person employee staff member patient student teacher contact applicant candidate buyer "
        + "guest visitor subscriber passenger tenant driver recipient profile cashier shopper donor guardian resident "
        + "pelanggan pengguna karyawan pegawai anggota pasien siswa guru pembeli penerima pemilik kontak pengunjung "
        + "pelamar kasir orang warga penduduk");

    /// <summary>
    /// Words that turn a name into something about the program: <c>EmailTemplate</c>, <c>PhoneCount</c>.
    /// </summary>
    internal static ImmutableHashSet<string> Technical { get; } = Set(
        "template count enabled disabled product format regex pattern validator validation column header label "
        + "placeholder length max min required confirmed verified is has can allow allowed should prefix suffix error "
        + "host port server queue topic client service sender provider factory options settings config option setting "
        + "rule rules policy strategy handler endpoint schema field caption text subject body html status state kind "
        + "category categories mode version culture index total quantity size limit timeout interval");

    /// <summary>Types that configure a program rather than describe a person.</summary>
    internal static ImmutableHashSet<string> Configuration { get; } = Set("options settings config configuration");

    /// <summary>Hints that mean a person only where the type does: everyday words, and short ones.</summary>
    internal static ImmutableHashSet<string> Weak { get; } = Set(
        "login pin pan hp ip age race sex faith lat lng gps photo avatar portrait street address alamat pesan pesanan "
        + "nota struk keluhan feedback complaint inquiry enquiry browser coordinates conversation income mobile "
        + "diagnosis health favorites recommendation rekomendasi referrer referer tribe ras jk nip swift otp sandi "
        + "subscribed newsletter telegram line facebook twitter instagram skype nik foto usia umur suku agama struk "
        + "gender posisi jabatan profesi occupation profession wage wages salary bonus conviction convictions "
        + "surname nickname mobilenumber accountnumber apikey customernumber postalcode zipcode kodepos timezone "
        + "city town state province country county district zip postal apartment streetname kota desa rt rw jalan kabupaten "
        + "provinsi propinsi kecamatan kelurahan mail tel telno cell fax faxnumber wa message transcript website signature "
        + "homepage tagline bio biography bankname namabank bic education degree employer qualification symptoms "
        + "prescription birth born designation loginid displayname contactperson accountname hostaddress openid lon "
        + "appversion interests hobby hobbies minat hobi wallet hourlyrate idnumber vatnumber platenumber signature "
        + "lastlogin lastactivity patientnumber nim nisn ethnicity");

    private static ImmutableHashSet<string> Set(string words) =>
        words.Split(' ').ToImmutableHashSet(StringComparer.Ordinal);
}
