import { type Coords, type DoneCallback, GridLayer } from 'leaflet';
import { PMTiles, TileType } from 'pmtiles';

/** Pictures out of one PMTiles file, asked for in pieces. One that holds drawn shapes instead gives no layer. */
export async function pictureFile(address: string): Promise<GridLayer | undefined> {
  const file = new PMTiles(address);
  const { tileType, maxZoom, minZoom } = await file.getHeader();
  const isPicture = [TileType.Png, TileType.Jpeg, TileType.Webp, TileType.Avif].includes(tileType);
  return isPicture ? new FileLayer(file, { maxNativeZoom: maxZoom, minNativeZoom: minZoom }) : undefined;
}

class FileLayer extends GridLayer {
  constructor(
    private readonly file: PMTiles,
    options: { maxNativeZoom: number; minNativeZoom: number },
  ) {
    super(options);
  }

  override createTile({ z, x, y }: Coords, done: DoneCallback): HTMLImageElement {
    const picture = document.createElement('img');
    picture.alt = '';
    this.file.getZxy(z, x, y).then(
      (tile) => {
        if (tile) {
          const address = URL.createObjectURL(new Blob([tile.data]));
          picture.addEventListener('load', () => URL.revokeObjectURL(address));
          picture.src = address;
        }
        done(undefined, picture);
      },
      (problem: Error) => done(problem, picture),
    );
    return picture;
  }
}
