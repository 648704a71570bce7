using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>Nouns, English and Indonesian, by what a type is about that is named by one. Data, not judging.</summary>
internal static class RoleWords
{
    private static readonly ImmutableDictionary<string, TypeRole> s_roles = Read(
        (TypeRole.Person,
            "customer client user admin administrator person people employee staff member patient student teacher "
            + "contact applicant candidate buyer guest visitor subscriber passenger tenant driver recipient receiver "
            + "cashier shopper donor guardian resident attendee participant organiser organizer lead prospect payer "
            + "payee sender author owner holder doctor nurse lecturer instructor professor manager beneficiary parent "
            + "mother father spouse child sibling relative individual citizen voter borrower reader follower friend "
            + "worker personnel agent courier operator technician artist speaker volunteer learner trainee pupil "
            + "landlord pelanggan pengguna karyawan pegawai anggota pasien siswa mahasiswa murid santri guru dosen "
            + "pembeli penerima pemilik kontak pengunjung pelamar kasir orang warga penduduk nasabah peserta "
            + "penumpang konsumen costumer supir sopir kurir dokter perawat petugas pengarang penulis donatur akun "
            + "ayah ibu wali anak istri suami keluarga tamu penyewa peminjam pengirim pemesan biodata perawat bidan "
            + "apoteker pekerja tenaga kurir physician surgeon dentist therapist pharmacist psychologist counselor "
            + "counsellor coach trainer tutor mentor waiter waitress barista salesperson salesman mechanic engineer "
            + "lawyer attorney accountant receptionist secretary housekeeper adviser advisor consultant freelancer "
            + "alumnus alumni jobseeker supervisor teknisi montir satpam pelatih instruktur pembimbing atlet pemain "
            + "pelayan koki penjaga pengurus relawan pembina ustadz pengajar terapis psikolog nelayan petani peternak "
            + "pengelola pemohon pelapor terlapor korban saksi"),
        (TypeRole.PersonalRecord,
            "login identity account mail email letter invite invitation order checkout basket cart invoice shipment "
            + "delivery address alamat registration reservation booking appointment visit session attendance "
            + "subscription donation loan claim transaction payment payroll payslip salary sale purchase receipt "
            + "message chat comment review feedback testimonial complaint inquiry enquiry conversation reply post "
            + "note history activity device location consultation prescription treatment record medical transaksi "
            + "tindakan pemeriksaan resep penjualan jual pesanan pemesanan pembayaran pengiriman peminjaman "
            + "pengembalian reservasi registrasi pendaftaran konsultasi diagnosa rekam medis absensi presensi gaji "
            + "komentar ulasan pesan keluhan pengaduan tiket klaim pinjaman simpanan tabungan kontrak cuti lamaran "
            + "kunjungan riwayat billing shipping rating inbox"),
        (TypeRole.Partner,
            "supplier vendor partner publisher shipper reseller merchant seller dealer distributor contractor "
            + "pemasok penerbit mitra rekanan penjual pedagang agen"),
        (TypeRole.Organisation,
            "company store shop branch warehouse venue hotel organisation institution school university office "
            + "department unit bank hospital clinic restaurant site tenant business agency club club toko perusahaan "
            + "sekolah cabang gudang kantor yayasan instansi koperasi kampus universitas fakultas klinik rs puskesmas "
            + "bagian divisi"),
        (TypeRole.Thing,
            "product item category brand manufacturer currency country city province region state district role "
            + "permission group tag file media picture menu page module plan tax rate discount coupon price inventory "
            + "stock room topic language locale unit task project job meeting event book course class type status "
            + "kind attribute value feature field column step holiday schedule calendar asset vehicle bus car service "
            + "provider method wallet allocation rule count statistics dashboard report ticket migration setup "
            + "milestone territory produk barang kategori jenis satuan buku kelas mapel pelajaran jadwal jabatan "
            + "pangkat golongan negara kota kabupaten kecamatan kelurahan provinsi desa agama menu harga laporan "
            + "nilai kegiatan program berita kendaraan mobil motor kamar ruang obat ikan bandara rute pengaturan "
            + "tahun semester lokasi cradle mst ref master"),
        (TypeRole.Program,
            "option setting config configuration template log cache validator handler service factory builder helper "
            + "query parameter constant resource job worker error problem exception endpoint client schema queue "
            + "topic smtp strategy policy job provider outbox konfigurasi"));

    private static readonly ImmutableHashSet<string> s_indonesian = Set(
        "pelanggan pengguna karyawan pegawai anggota pasien siswa mahasiswa murid santri guru dosen pembeli penerima "
        + "pemilik pengunjung pelamar kasir orang warga penduduk nasabah peserta penumpang konsumen dokter perawat "
        + "petugas pengarang penulis donatur wali anak keluarga tamu");

    /// <summary>Parts of a type's name that say how it is used, and not what it is about.</summary>
    public static ImmutableHashSet<string> Wrappers { get; } = Set(
        "dto model view vm entity entities info information data detail details request response command summary row "
        + "base form input output update create add edit delete get post put new register registration signup sign up "
        + "in lookup list export import result poco tbl tb m ms t sys application app domain integration event events "
        + "read write profile mapped extended viewmodel object resource single full simple basic current read only "
        + "old change changed draft import bulk admin api db web mobile public private internal external general "
        + "dashboard id ids light lite daftar entri input baru ubah tambah lihat detil rincian");

    /// <summary>What a noun says of a type; null for other words.</summary>
    public static TypeRole? Of(string word) =>
        s_roles.TryGetValue(word, out var role) || s_roles.TryGetValue(Spelling.Singular(word), out role) ? role : null;

    /// <summary>Whether it is a word for a person.</summary>
    public static bool IsPerson(string word) => Of(word) == TypeRole.Person;

    /// <summary>Whether it is an Indonesian word for a person, behind which stands whose it is.</summary>
    public static bool IsIndonesian(string word) => s_indonesian.Contains(word);

    internal static ImmutableHashSet<string> Set(string words) =>
        words.Split(' ').Select(Spelling.Of).ToImmutableHashSet(StringComparer.Ordinal);

    // The first meaning wins: a word stands where it is meant most often.
    private static ImmutableDictionary<string, TypeRole> Read(params (TypeRole Role, string Words)[] lists)
    {
        var roles = ImmutableDictionary.CreateBuilder<string, TypeRole>(StringComparer.Ordinal);
        foreach (var (role, words) in lists)
            foreach (var word in words.Split(' '))
                if (!roles.ContainsKey(Spelling.Of(word)))
                    roles.Add(Spelling.Of(word), role);
        return roles.ToImmutable();
    }
}
