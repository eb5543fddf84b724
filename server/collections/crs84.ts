/** Reference system of all coordinates here: longitude and latitude in degrees on WGS 84 (OGC API Features 7.4). */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
